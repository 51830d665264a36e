import { z } from "zod";
import { LocalTitle } from "../text.ts";
import { LocalDate } from "../time.ts";

/** Ten years of a country with twenty holidays. */
const MAXIMUM_HOLIDAYS = 200;

/** An hour of anybody's day. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give an hour like 09:00.");

/** The hours of a working day, on everybody's own clock. */
export const WorkingHours = z
  .strictObject({ from: WallTime, to: WallTime })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "A working day ends after it has begun." })
  .describe("Wall times between which people are at work");
export type WorkingHours = z.infer<typeof WorkingHours>;

export const WorkingDays = z
  .array(z.number().int().min(1).max(7))
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length, "Name each day once.")
  .describe("Weekdays on which people work: 1 is Monday, 7 is Sunday");

export const Holidays = z
  .array(z.strictObject({ date: LocalDate, name: LocalTitle }))
  .max(MAXIMUM_HOLIDAYS)
  .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, "Name each date once.")
  .describe("Days on which nobody works");

/** What holds until the customer says otherwise. */
export const usualWorkingTime = {
  workingHours: { from: "09:00", to: "18:00" },
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
};
