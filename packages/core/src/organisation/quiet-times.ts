import { z } from "zod";
import {
  atWallTime,
  dayOf,
  daysLater,
  dueBefore,
  type Instant,
  type LocalDate,
  type LocalTime,
  localOf,
  wallTimeIn,
  type Zone,
} from "../time.ts";
import { WallTime } from "./working-time.ts";

/** A week has one day at least on which mail that can wait goes; otherwise none ever would. */
const MAXIMUM_QUIET_DAYS = 6;
/** More mails a day than this are no limit any more. */
const MAXIMUM_DAILY_CAP = 10;
/** The longest run of quiet days that is looked through: a company's closure in summer with its weekends. */
const MAXIMUM_QUIET_RUN = 40;

export const QuietHours = z
  .strictObject({ from: WallTime, to: WallTime })
  .refine(({ from, to }) => from !== to, { path: ["to"], message: "Quiet hours end at another hour." })
  .describe("Wall times between which no mail comes that can wait; over midnight where they end earlier");
export type QuietHours = z.infer<typeof QuietHours>;

export const QuietDays = z
  .array(z.number().int().min(1).max(7))
  .max(MAXIMUM_QUIET_DAYS, "Leave at least one day on which mail may come.")
  .refine((days) => new Set(days).size === days.length, "Name each day once.")
  .describe("Weekdays on which no mail comes that can wait: 1 is Monday, 7 is Sunday");

/** When mail that can wait comes, and how much of it a day; what belongs to a session's hour keeps that hour. */
export const Notifications = z
  .strictObject({
    quietHours: QuietHours,
    quietDays: QuietDays,
    dailyCap: z
      .number()
      .int()
      .min(1)
      .max(MAXIMUM_DAILY_CAP)
      .describe("How many mails that can wait a person gets a day; what is over goes into the next digest"),
  })
  .describe("When mail that can wait comes, on everybody's own clock");
export type Notifications = z.infer<typeof Notifications>;

/** What holds until the customer says otherwise. */
export const usualNotifications: Notifications = {
  quietHours: { from: "20:00", to: "07:30" },
  quietDays: [6, 7],
  dailyCap: 2,
};

/** One person's quiet times, on her own clock. */
export interface QuietTimes extends Pick<Notifications, "quietHours" | "quietDays"> {
  readonly zone: Zone;
  /** The company's; nobody is mailed on one. */
  readonly holidays: readonly { readonly date: LocalDate }[];
}

const nextDay = (local: LocalTime): LocalTime => atWallTime(daysLater(local, 1), "00:00");

/** When the quiet hours end in which a wall time lies; `undefined` outside of them. */
function endOfQuiet(local: LocalTime, { from, to }: QuietHours): LocalTime | undefined {
  const time = wallTimeIn(local);
  if (from < to) return time >= from && time < to ? atWallTime(local, to) : undefined;
  if (time < to) return atWallTime(local, to);
  return time >= from ? atWallTime(daysLater(local, 1), to) : undefined;
}

/** The first instant at or after another that is outside of somebody's quiet times. */
export function nextOpening(now: Instant, { zone, quietHours, quietDays, holidays }: QuietTimes): Instant {
  const closed = new Set<string>(holidays.map(({ date }) => date));
  let local = localOf(now, zone);
  let moved = false;
  for (let looks = 0; looks < 2 * MAXIMUM_QUIET_RUN; looks += 1) {
    const { date, weekday } = dayOf(local);
    const quietDay = quietDays.includes(weekday) || closed.has(date);
    const later = quietDay ? nextDay(local) : endOfQuiet(local, quietHours);
    if (!later) return moved ? dueBefore(local, zone, 0) : now;
    local = later;
    moved = true;
  }
  return now;
}

/** When the digest of a day comes for whoever wants one a day: as the quiet ends; the next day's once it has. */
export function nextDigest(now: Instant, times: QuietTimes): Instant {
  const { zone, quietHours } = times;
  const today = dueBefore(atWallTime(localOf(now, zone), quietHours.to), zone, 0);
  if (today >= now) return nextOpening(today, times);
  return nextOpening(dueBefore(atWallTime(daysLater(localOf(now, zone), 1), quietHours.to), zone, 0), times);
}
