import { z } from "zod";
import { idOf } from "../ids.ts";
import { Answers } from "../instrument/index.ts";
import { stateIn } from "../lifecycle.ts";
import { Role } from "../programme/index.ts";
import { Instant, Zone } from "../time.ts";
import { invitationLifecycle, waveLifecycle } from "./lifecycle.ts";
import { ReleasedTables } from "./tables.ts";

/** More reminders than this are nagging, and closer ones too. */
export const MAXIMUM_REMINDERS = 2;
const SHORTEST_INTERVAL_DAYS = 3;

/** Who can be asked; a peer is asked as both. */
const Side = z.enum(["mentor", "mentee"]);

const base = z.object({
  programmeId: idOf("programme"),
  instrumentId: idOf("instrument"),
  privacy: z
    .enum(["anonymous", "confidential", "attributed"])
    .describe("Told to each respondent before she answers; cannot be changed"),
  coordinatorId: idOf("person")
    .optional()
    .describe("Who reads attributed answers, and nobody else; named to each respondent"),
  roles: z
    .array(Side)
    .min(1)
    .max(2)
    .refine((roles) => new Set(roles).size === roles.length, "Name each role once.")
    .default(["mentor", "mentee"])
    .describe("Who is asked; peers are both"),
  opensAt: Instant,
  closesAt: Instant,
  reminders: z
    .number()
    .int()
    .min(0)
    .max(MAXIMUM_REMINDERS)
    .default(MAXIMUM_REMINDERS)
    .describe("How often who has not answered is reminded"),
  reminderDays: z
    .number()
    .int()
    .min(SHORTEST_INTERVAL_DAYS)
    .max(30)
    .default(SHORTEST_INTERVAL_DAYS)
    .describe("Days between reminders"),
});

interface Issues {
  readonly addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void;
}

function closesAfterItOpens(
  { opensAt, closesAt }: { opensAt: string; closesAt: string },
  context: Issues,
): void {
  if (closesAt > opensAt) return;
  context.addIssue({ code: "custom", path: ["closesAt"], message: "A wave closes after it has opened." });
}

/** Whoever answers under her name is told who reads it; other answers have no reader to name. */
function namesItsReader(
  { privacy, coordinatorId }: { privacy: string; coordinatorId?: string | undefined },
  context: Issues,
): void {
  if ((privacy === "attributed") === (coordinatorId !== undefined)) return;
  const message =
    privacy === "attributed"
      ? "Name who reads the answers: one of the programme's managers."
      : `Nobody reads ${privacy} answers; leave this out.`;
  context.addIssue({ code: "custom", path: ["coordinatorId"], message });
}

export const WaveInput = z
  .strictObject(base.shape)
  .superRefine(closesAfterItOpens)
  .superRefine(namesItsReader);

/** When a wave is and how it reminds, all of it anew. Whom it asks, what, and how privately stays as it is. */
export const WaveChange = z
  .strictObject({
    opensAt: base.shape.opensAt,
    closesAt: base.shape.closesAt,
    reminders: base.shape.reminders,
    reminderDays: base.shape.reminderDays,
  })
  .superRefine(closesAfterItOpens);
export type WaveChange = z.infer<typeof WaveChange>;

export type WaveInput = z.infer<typeof WaveInput>;

/** Which point of its programme a wave belongs to. */
const PlannedPoint = z.object({
  point: z.enum(["start", "during", "end", "month"]).describe("month: what is asked after each session"),
  ordinal: z
    .number()
    .int()
    .describe("Weeks from the programme's start while it runs; year and month as 202612; otherwise 0"),
  byHand: z.boolean().optional().describe("A manager has set its hours; the rules leave them alone"),
});

export const Wave = base
  .extend({
    id: idOf("wave"),
    state: stateIn(waveLifecycle),
    zone: Zone.describe("Its programme's, in which the days between its reminders are counted"),
    planned: PlannedPoint.optional().describe(
      "The point at which the programme's rules ask for it; absent when somebody scheduled it",
    ),
    threshold: z.number().int().optional().describe("Smallest group shown; fixed when it opens"),
    shownRoles: z
      .array(Role)
      .optional()
      .describe("Roles of which enough are asked for an anonymous answer to tell it"),
    responsesKeptUntil: Instant.optional().describe("When its responses are deleted; fixed when it opens"),
    invited: z.number().int().optional().describe("How many were asked; counted when all are"),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Wave" });
export type Wave = z.infer<typeof Wave>;

/** What somebody has answered under her name, as her coordinator reads it. */
export const NamedAnswers = z
  .object({ participantId: idOf("participant"), role: Role, answers: Answers })
  .meta({ id: "NamedAnswers" });
export type NamedAnswers = z.infer<typeof NamedAnswers>;

/** A wave as a client sees it: while it is open the response rate, and nothing of the answers until it is released. */
export const WaveView = Wave.extend({
  answered: z.number().int().describe("How many have answered"),
  tables: ReleasedTables.optional().describe("What it released, once and for good"),
  named: z
    .array(NamedAnswers)
    .optional()
    .describe("Released attributed answers; only in the answer to the coordinator"),
}).meta({ id: "WaveView" });
export type WaveView = z.infer<typeof WaveView>;

export const Invitation = z.object({
  id: idOf("invitation"),
  waveId: idOf("wave"),
  programmeId: idOf("programme"),
  participantId: idOf("participant"),
  instrumentId: idOf("instrument"),
  privacy: base.shape.privacy,
  coordinatorId: base.shape.coordinatorId,
  role: Role,
  showsRole: z.boolean().describe("An anonymous response tells its role: enough of the role were asked"),
  state: stateIn(invitationLifecycle),
  responsesKeptUntil: Wave.shape.responsesKeptUntil,
  generation: z.number().int().describe("Rises when links that were mailed before are to be void"),
  opensAt: Instant,
  closesAt: Instant,
  rounds: z.array(Instant).describe("When it is mailed: first the invitation, then its reminders"),
  version: z.number().int(),
});
export type Invitation = z.infer<typeof Invitation>;

/**
 * What somebody answered. An anonymous one says nothing but the answers and the role, and that only where
 * enough of the role were asked; a confidential one is linked so that groups can be formed and waves compared;
 * an attributed one is for its coordinator to read.
 */
export const Response = z.discriminatedUnion("privacy", [
  z.object({ privacy: z.literal("anonymous"), role: Role.optional(), answers: Answers }),
  z.object({
    privacy: z.literal("confidential"),
    role: Role,
    participantId: idOf("participant"),
    answers: Answers,
  }),
  NamedAnswers.extend({ privacy: z.literal("attributed") }),
]);
export type Response = z.infer<typeof Response>;
