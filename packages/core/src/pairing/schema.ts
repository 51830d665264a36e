import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { LARGEST_GROUP, Place, Venue } from "../programme/index.ts";
import { Instant, LocalTime, Zone } from "../time.ts";
import { pairingLifecycle } from "./lifecycle.ts";
import { Plan } from "./plan.ts";

/** A mentor and the largest group that one can hold together. */
const MAXIMUM_MEMBERS = LARGEST_GROUP + 1;

/** Who has left a group stays named in it; the eldest are forgotten first. */
export const MAXIMUM_FORMER_MEMBERS = 50;

/** What two peers can wish for, or three wishes of each in a large group: each sending reads its pairing whole. */
export const MAXIMUM_GOALS = 60;

const Member = z.strictObject({
  participantId: idOf("participant"),
  teaches: z.boolean().describe("She is a mentor here"),
  learns: z.boolean().describe("She is a mentee here"),
});
export type Member = z.infer<typeof Member>;

const StoredMember = z.object({
  ...Member.shape,
  joinedAt: Instant.optional().describe(
    "When she joined those who met already; absent for the first members",
  ),
});

/** What one member wants to learn and another teaches; no levels. */
export const Goal = z.object({
  competenceId: idOf("competence"),
  teacherId: idOf("participant"),
  learnerId: idOf("participant"),
});
export type Goal = z.infer<typeof Goal>;

const base = z.object({
  programmeId: idOf("programme"),
  members: z
    .array(Member)
    .min(2)
    .max(MAXIMUM_MEMBERS)
    .refine(
      (members) => new Set(members.map(({ participantId }) => participantId)).size === members.length,
      "Name each participant once.",
    )
    .readonly(),
  zone: Zone.describe("Zone of its plan"),
  venue: Venue.describe("Where its sessions are unless they say otherwise"),
  inPersonVenue: Place.optional().describe(
    "In blended: where its sessions in person are; the others are by link",
  ),
  plan: Plan,
  plannedFrom: LocalTime.describe("The first session is at or after this wall time"),
});

/** Who its members must be is the format's to say: see `requireGathering`. */
export const PairingInput = z.strictObject(base.shape);
export type PairingInput = z.infer<typeof PairingInput>;

/** When and where a pairing meets, all of it anew. */
export const PairingChange = z.strictObject({
  zone: base.shape.zone,
  venue: base.shape.venue,
  inPersonVenue: base.shape.inPersonVenue,
  plan: base.shape.plan,
  plannedFrom: base.shape.plannedFrom,
});
export type PairingChange = z.infer<typeof PairingChange>;

export const Pairing = base
  .extend({
    id: idOf("pairing"),
    members: z.array(StoredMember).readonly(),
    formerMembers: z
      .array(
        z.object({
          ...Member.shape,
          left: z.enum(["declined", "withdrawn", "completed", "removed"]),
          leftAt: Instant.optional(),
        }),
      )
      .max(MAXIMUM_FORMER_MEMBERS)
      .optional()
      .describe("Who has left a group that goes on"),
    state: stateIn(pairingLifecycle),
    accepted: z.array(idOf("participant")).describe("Who has said yes so far"),
    ending: z.enum(["completed", "unwound", "withdrawn"]).optional(),
    endedAt: Instant.optional(),
    goals: z
      .array(Goal)
      .max(MAXIMUM_GOALS)
      .optional()
      .describe("What one wants to learn and another teaches, of each the most important first"),
    planRevision: z
      .number()
      .int()
      .describe("Counts the changes of the plan; sessions know which one they follow"),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Pairing" });
export type Pairing = z.infer<typeof Pairing>;
export type PairingEnding = NonNullable<Pairing["ending"]>;
