import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { Venue } from "../programme/index.ts";
import { Instant, LocalTime, Zone } from "../time.ts";
import { pairingLifecycle } from "./lifecycle.ts";
import { Plan } from "./plan.ts";

/** A pair has two members; a group is bounded by what one mentor can hold together. */
const MAXIMUM_MEMBERS = 21;

/** As many as a mentee can wish for. */
const MAXIMUM_GOALS = 12;

const Member = z.strictObject({
  participantId: idOf("participant"),
  teaches: z.boolean().describe("She is a mentor here"),
  learns: z.boolean().describe("She is a mentee here"),
});
export type Member = z.infer<typeof Member>;

const base = z.object({
  programmeId: idOf("programme"),
  members: z.array(Member).min(2).max(MAXIMUM_MEMBERS).readonly(),
  zone: Zone.describe("Zone of its plan"),
  venue: Venue.describe("Where its sessions are unless they say otherwise"),
  plan: Plan,
  plannedFrom: LocalTime.describe("The first session is at or after this wall time"),
});

/** One-to-one: one member teaches, the other learns. */
export const PairingInput = z.strictObject(base.shape).superRefine(({ members }, context) => {
  const [one, other] = members;
  const oneToOne = members.length === 2 && one?.teaches !== other?.teaches && one?.learns !== other?.learns;
  const eachOneRole = members.every(({ teaches, learns }) => teaches !== learns);
  if (oneToOne && eachOneRole && one?.participantId !== other?.participantId) return;
  const message = "Give two different participants: one who teaches and one who learns.";
  context.addIssue({ code: "custom", path: ["members"], message });
});
export type PairingInput = z.infer<typeof PairingInput>;

/** When and where a pairing meets, all of it anew. */
export const PairingChange = z.strictObject({
  zone: base.shape.zone,
  venue: base.shape.venue,
  plan: base.shape.plan,
  plannedFrom: base.shape.plannedFrom,
});
export type PairingChange = z.infer<typeof PairingChange>;

export const Pairing = base
  .extend({
    id: idOf("pairing"),
    state: stateIn(pairingLifecycle),
    accepted: z.array(idOf("participant")).describe("Who has said yes so far"),
    ending: z.enum(["completed", "unwound", "withdrawn"]).optional(),
    goals: z
      .array(idOf("competence"))
      .max(MAXIMUM_GOALS)
      .optional()
      .describe("What the mentee wants to learn and the mentor teaches, the most important first; no levels"),
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
