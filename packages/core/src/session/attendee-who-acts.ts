import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { participantIdOf } from "../participant/index.ts";
import type { Session } from "./schema.ts";

/**
 * Which attendee speaks for herself. What two people work on together (agenda, notes, action items, their word
 * on whether they met) is theirs: neither a manager nor an administrator reads or says it.
 *
 * @param by  the attendee to whom a link was mailed; by the API it is who has signed in
 * @throws NotFound  for everybody else, and for who has left the pairing
 */
export function attendeeWhoActs(
  { actor }: Context,
  { programmeId, attendees }: Pick<Session, "programmeId" | "attendees">,
  by?: Id<"participant">,
): Id<"participant"> {
  const own = actor.kind === "participant" ? participantIdOf(programmeId, actor.personId) : by;
  const attendee = attendees.find(({ participantId, away }) => participantId === own && away !== "left");
  if (!attendee) throw new NotFound("There is no session with this id.");
  return attendee.participantId;
}
