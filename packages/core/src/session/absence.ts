import { z } from "zod";
import { type Id, idOf } from "../ids.ts";

/** What an "I can't make it" link opens: a session and one of its attendees. */
export const absenceId = (sessionId: Id<"session">, participantId: Id<"participant">): string =>
  `${sessionId}~${participantId}`;

const Absence = z.object({ sessionId: idOf("session"), participantId: idOf("participant") });

export function absenceOf(id: string): z.infer<typeof Absence> {
  const [sessionId, participantId] = id.split("~");
  return Absence.parse({ sessionId, participantId });
}
