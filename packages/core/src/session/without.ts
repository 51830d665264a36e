import type { Id } from "../ids.ts";
import { canMeet, type Member } from "../pairing/index.ts";
import type { Session } from "./schema.ts";

/** Whether the others who are expected can meet without one of them: one teaches and another learns. */
export const meetsWithout = (
  { attendees }: Pick<Session, "attendees">,
  members: readonly Member[],
  id: Id<"participant">,
): boolean =>
  canMeet(
    members.filter(({ participantId }) =>
      attendees.some(
        (one) => one.participantId === participantId && one.state === "expected" && participantId !== id,
      ),
    ),
  );
