import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { Paragraphs } from "../text.ts";
import { Instant } from "../time.ts";
import { participantLifecycle } from "./lifecycle.ts";
import { Preparation } from "./preparation.ts";

/** More than this is no mentoring any more. */
const MAXIMUM_CAPACITY = 20;
const Capacity = z.number().int().min(0).max(MAXIMUM_CAPACITY);

const base = z.object({
  programmeId: idOf("programme"),
  personId: idOf("person"),
  mentorCapacity: Capacity.default(0).describe("How many mentees she takes as a mentor; 0 when she is none"),
  menteeCapacity: Capacity.default(0).describe("How many pairings she takes as a mentee; 0 when she is none"),
});

/** What else must fit is the format's to say: see `requireRole`. */
function someRole(
  input: { mentorCapacity: number; menteeCapacity: number },
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
): void {
  if (input.mentorCapacity > 0 || input.menteeCapacity > 0) return;
  const message = "Give mentorCapacity or menteeCapacity, at least 1; in a peer programme both.";
  context.addIssue({ code: "custom", path: ["mentorCapacity"], message });
}

export const ParticipantInput = z.strictObject(base.shape).superRefine(someRole);

/** How many pairings she takes from now on. */
export const ParticipantChange = z
  .strictObject({ mentorCapacity: base.shape.mentorCapacity, menteeCapacity: base.shape.menteeCapacity })
  .superRefine(someRole);
export type ParticipantChange = z.infer<typeof ParticipantChange>;

export type ParticipantInput = z.infer<typeof ParticipantInput>;

export const Participant = base
  .extend({
    id: idOf("participant"),
    state: stateIn(participantLifecycle),
    resumesTo: z
      .enum(["approved", "prepared", "active"])
      .optional()
      .describe("Where she goes on after a pause"),
    since: Instant.describe("When she came into her present state"),
    refusal: z.string().optional().describe("Why she was refused, as she reads it herself"),
    preparation: Preparation.optional().describe("What she has done to prepare herself"),
    mentorLoad: z.number().int().describe("Pairings that she has as a mentor"),
    menteeLoad: z.number().int().describe("Pairings that she has as a mentee"),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Participant" });
export type Participant = z.infer<typeof Participant>;

/** Why somebody is refused: she reads it in the mail that tells her. */
const RefusalReason = Paragraphs.min(1, "Give at least one character.").max(1_000);

/** What a transition may ask for; *resume* is told apart because it goes back to where she was. */
export const ParticipantTransition = z.enum([
  ...Participant.shape.state.exclude(["invited"]).options,
  "resumed",
]);
export type ParticipantTransition = z.infer<typeof ParticipantTransition>;

/** A transition; only a refusal has a reason. */
export const ParticipantMove = z
  .strictObject({ to: ParticipantTransition, reason: RefusalReason.optional() })
  .superRefine(({ to, reason }, context) => {
    if (reason === undefined || to === "refused") return;
    const message = "Only a refusal has a reason; leave it out.";
    context.addIssue({ code: "custom", path: ["reason"], message });
  });
export type ParticipantMove = z.infer<typeof ParticipantMove>;
