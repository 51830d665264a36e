import type { Wanted } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import { equal, update, type Write } from "../table.ts";
import { type Instant, plus } from "../time.ts";
import { sessionRef } from "./items.ts";
import { assumed } from "./outcome.ts";
import type { Session } from "./schema.ts";

/** How long attendees have to say whether they met, before it is assumed. */
const COMPLETION_DAYS = 7;

export const SESSION_COMPLETE = "session.complete";

/** When a session ends. */
export const endOf = ({ start, minutes }: Pick<Session, "start" | "minutes">): Instant =>
  plus(start, { minutes });

const completesAt = (session: Session): Instant => plus(endOf(session), { hours: COMPLETION_DAYS * 24 });

/** The wake that completes a session of which nobody says anything. */
export const completionFor = (session: Session): Wanted[] =>
  session.state === "planned"
    ? [
        {
          work: "wake",
          kind: SESSION_COMPLETE,
          identity: { start: session.start },
          dueAt: completesAt(session),
        },
      ]
    : [];

/** Whether a session is completed by rule now: its hour has come, and nobody has said anything. */
export const isComplete = (session: Session, now: Instant): boolean =>
  session.state === "planned" && completesAt(session) <= now;

/** The write that completes a session by rule. */
export function completionWrite(
  session: Session,
  { now, paused }: { readonly now: Instant; readonly paused: boolean },
): Write {
  const { state, outcome, attendees } = assumed(session, { paused });
  return update(
    entityKey(sessionRef(session.id)),
    { set: { state, outcome: { ...outcome }, attendees, updatedAt: now }, add: { version: 1 } },
    equal("version", session.version),
  );
}
