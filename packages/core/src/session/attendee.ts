import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { attendeeLifecycle } from "./lifecycle.ts";

/** Who is to be at a session, each with a state of her own. */
export const Attendee = z.object({
  participantId: idOf("participant"),
  state: stateIn(attendeeLifecycle),
  away: z
    .enum(["excused", "resting", "left"])
    .optional()
    .describe(
      "Why she alone does not come: she has said so, takes a break, or is not in the pairing any more",
    ),
  calledOffAs: z
    .number()
    .int()
    .optional()
    .describe("The sequence under which she alone was called off (RFC 5545, SEQUENCE)"),
  ahead: z
    .number()
    .int()
    .optional()
    .describe("How many of its changes her calendar has seen that no other has"),
  invitedAs: z
    .number()
    .int()
    .optional()
    .describe("The sequence of her invitation, where she came to it or back later than the others"),
});
export type Attendee = z.infer<typeof Attendee>;

/** An attendee as the others see her: why she does not come is hers. */
export const AttendeeView = Attendee.pick({ participantId: true, state: true });
export type Away = NonNullable<Attendee["away"]>;

/** The sequence under which an attendee's calendar knows a session as it stands for her (RFC 5545, SEQUENCE). */
export function sequenceFor(
  { sequence, attendees }: { readonly sequence: number; readonly attendees: readonly Attendee[] },
  participantId: Attendee["participantId"],
): number {
  const attendee = attendees.find((one) => one.participantId === participantId);
  if (attendee?.state === "cannot" && attendee.calledOffAs !== undefined) return attendee.calledOffAs;
  return sequence + (attendee?.ahead ?? 0);
}

/** An attendee who is called off while the others meet. */
export const calledOff = (
  attendee: Attendee,
  { sequence }: { readonly sequence: number },
  away: Away,
): Attendee => {
  const ahead = (attendee.ahead ?? 0) + 1;
  return { ...attendee, state: "cannot", away, ahead, calledOffAs: sequence + ahead };
};

/** An attendee who is asked again after she was called off, as of a sequence that her calendar has not seen. */
export const askedAgain = (
  { participantId, ahead = 0 }: Attendee,
  { sequence }: { readonly sequence: number },
): Attendee => ({
  participantId,
  state: attendeeLifecycle.initial,
  ahead: ahead + 1,
  invitedAs: sequence + ahead + 1,
});
