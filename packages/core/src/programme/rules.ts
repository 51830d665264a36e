import { z } from "zod";
import { Instrument } from "../instrument/index.ts";
import { type Organisation, WorkingHours } from "../organisation/index.ts";
import { Line, WebAddress } from "../text.ts";
import { daysBetween, type LocalDate } from "../time.ts";
import { formatRules } from "./format-rules.ts";
import { MatchingRules, usualMatching } from "./matching-rules.ts";

/** The longest programme: two years, which at one session a week is the longest plan of a pairing too. */
const MAXIMUM_WEEKS = 104;
export const MAXIMUM_WEEKS_BETWEEN_SESSIONS = 12;
/** A page lists them, and each sending reads its programme whole. */
const MAXIMUM_TOOLS = 10;
const MAXIMUM_TOOL_LINK = 300;
/** More questionnaires at one point are not answered. */
const MAXIMUM_INSTRUMENTS = 5;
const MAXIMUM_REMINDERS = 2;
/** As a session and each step of a participant: what waits is called to mind once. */
const USUAL_REMINDERS = 1;

const SupportTool = z.strictObject({
  name: Line,
  link: WebAddress.max(MAXIMUM_TOOL_LINK).optional().describe("Where it is found"),
});

const InstrumentKeys = z
  .array(Instrument.shape.key)
  .max(MAXIMUM_INSTRUMENTS)
  .refine((keys) => new Set(keys).size === keys.length, "Name each instrument once.");

const Measurement = z
  .strictObject({
    atStart: InstrumentKeys.default([]).describe(
      "Keys of the instruments that are asked before the first session",
    ),
    during: z
      .strictObject({ everyWeeks: z.number().int().min(2).max(52), instruments: InstrumentKeys.min(1) })
      .optional()
      .describe("What is asked again and again while the programme runs"),
    atEnd: InstrumentKeys.default([]).describe(
      "Keys of the instruments that are asked after the last session",
    ),
    afterSessions: z
      .boolean()
      .default(false)
      .describe(
        "Whether people are asked, beside whether a session took place, whether it was worth it: in confidence, and counted by the month",
      ),
    reminders: z
      .number()
      .int()
      .min(0)
      .max(MAXIMUM_REMINDERS)
      .default(USUAL_REMINDERS)
      .describe("How often who has not answered is reminded"),
  })
  .describe("How results are measured");

const base = z.object({
  durationWeeks: z.number().int().min(1).max(MAXIMUM_WEEKS).describe("How long pairings meet, in weeks"),
  everyWeeks: z
    .number()
    .int()
    .min(1)
    .max(MAXIMUM_WEEKS_BETWEEN_SESSIONS)
    .describe("Weeks from one session to the next"),
  supportTools: z.array(SupportTool).max(MAXIMUM_TOOLS).describe("What participants work with"),
  measurement: Measurement,
  workingHours: WorkingHours.optional().describe("Hours to meet in; left out, the organisation's"),
  matching: MatchingRules.optional().describe("How people are matched; left out, as usual"),
  ...formatRules,
  preparation: z
    .enum(["required", "waived"])
    .describe(
      "Whether somebody must have signed the agreement and assessed her readiness before a manager says that she is prepared",
    ),
});

/** Rules in parts: what is left out stays as it is, or is the usual at first. */
export const RulesInput = z.strictObject(base.shape).partial();
export type RulesInput = z.infer<typeof RulesInput>;

/** A change of rules; `null` goes back to the organisation's hours, or to what is usual. */
export const RulesChange = z
  .strictObject({
    ...base.shape,
    workingHours: WorkingHours.nullable(),
    matching: MatchingRules.nullable().describe("How people are matched, all of it anew"),
    groupSize: base.shape.groupSize.nullable(),
    rhythm: base.shape.rhythm.nullable(),
    inPersonShare: base.shape.inPersonShare.nullable(),
  })
  .partial();
export type RulesChange = z.infer<typeof RulesChange>;

/** Half a year of a session every other week; nothing is asked unless somebody wants it. */
export const usualRules: Rules = {
  durationWeeks: 24,
  everyWeeks: 2,
  supportTools: [],
  measurement: { atStart: [], atEnd: [], afterSessions: false, reminders: USUAL_REMINDERS },
  preparation: "required",
};

export const Rules = base.meta({ id: "ProgrammeRules" });
export type Rules = z.infer<typeof base>;

/** Rules with a change applied: what is `null` goes, what is left out stays. */
export function changedRules(before: Rules, change: RulesChange): Rules {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const after = Object.entries({ ...before, ...Object.fromEntries(given) });
  return Rules.parse(Object.fromEntries(after.filter(([, value]) => value !== null)));
}

/** How many sessions fit into a programme: one at least, even where it is shorter than its cadence. */
export const sessionCountOf = ({ durationWeeks, everyWeeks }: Rules): number =>
  Math.max(1, Math.floor(durationWeeks / everyWeeks));

/** What is asked after each session. */
export const SESSION_PULSE = "session-pulse";

/** How many sessions of a pairing that begins on a day fit before the end of its programme: one at least. */
export function sessionsLeftOf(
  { rules, startsOn }: { readonly rules: Rules; readonly startsOn?: LocalDate | undefined },
  from: LocalDate,
): number {
  const gone = startsOn === undefined ? 0 : Math.max(0, Math.floor(daysBetween(startsOn, from) / 7));
  return Math.max(1, Math.floor((rules.durationWeeks - gone) / rules.everyWeeks));
}

/** Every instrument that the rules ask for, once each. */
export const instrumentsOf = ({
  measurement: { atStart, during, atEnd, afterSessions },
}: Rules): string[] => [
  ...new Set([
    ...atStart,
    ...(during?.instruments ?? []),
    ...atEnd,
    ...(afterSessions ? [SESSION_PULSE] : []),
  ]),
];

/** The hours that people of a programme meet in. */
export const workingHoursOf = (
  rules: Rules,
  organisation: Pick<Organisation, "workingHours">,
): WorkingHours => rules.workingHours ?? organisation.workingHours;

/** How people of a programme are matched. */
export const matchingRulesOf = ({ matching }: Rules): MatchingRules => matching ?? usualMatching;
