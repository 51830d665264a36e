import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { attendeeLifecycle } from "./lifecycle.ts";

/** Who is to be at a session, each with a state of her own. */
export const Attendee = z.object({
  participantId: idOf("participant"),
  state: stateIn(attendeeLifecycle),
  calledOffAs: z
    .number()
    .int()
    .optional()
    .describe("The sequence under which she alone was called off (RFC 5545, SEQUENCE)"),
});
export type Attendee = z.infer<typeof Attendee>;

/** The sequence under which an attendee's calendar knows a session as it stands for her (RFC 5545, SEQUENCE). */
export const sequenceFor = (
  { sequence, attendees }: { readonly sequence: number; readonly attendees: readonly Attendee[] },
  participantId: Attendee["participantId"],
): number => attendees.find((one) => one.participantId === participantId)?.calledOffAs ?? sequence;

/** An attendee who is called off while the others meet. */
export const calledOff = (attendee: Attendee, { sequence }: { readonly sequence: number }): Attendee => ({
  ...attendee,
  state: "cannot",
  calledOffAs: sequence + 1,
});
