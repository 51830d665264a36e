import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition } from "../lifecycle.ts";
import { equal, put } from "../table.ts";
import { attendeeWhoActs } from "./attendee-who-acts.ts";
import { getSession } from "./get.ts";
import { sessionItem, sessionRef } from "./items.ts";
import { sessionLifecycle } from "./lifecycle.ts";
import { afterWord } from "./outcome.ts";
import type { Session } from "./schema.ts";

interface Word {
  readonly id: Id<"session">;
  readonly happened: boolean;
  /** The attendee to whom a link was mailed; by the API it is who has signed in. */
  readonly by?: Id<"participant">;
}

/**
 * Records that an attendee says whether a session took place. Saying it again changes nothing; saying the
 * opposite counts instead.
 *
 * @throws NotFound  there is no such session, or she was not expected at it
 * @throws Conflict  it has not begun yet, or was cancelled
 */
export async function confirmSession(ctx: Context, word: Word): Promise<Session> {
  const operation = "session.confirm";
  await once(ctx, operation, { ...word }, () => record(ctx, word, operation));
  return getSession(ctx, word.id);
}

async function record(ctx: Context, word: Word, operation: string): Promise<Id<"session">> {
  const { id, happened } = word;
  const before = await getSession(ctx, id);
  const by = attendeeWhoActs(ctx, before, word.by);
  if (before.state === "cancelled") throw illegalTransition(sessionLifecycle, before.state, "held");
  const now = ctx.clock.now();
  if (before.start > now) {
    throw new Conflict("This session has not begun yet.", { start: before.start });
  }
  const after: Session = {
    ...before,
    ...afterWord(before, { by, happened }),
    version: before.version + 1,
    updatedAt: now,
  };
  const outcome = await commit(ctx, {
    changes: [put(sessionItem(after), equal("version", before.version))],
    audit: { action: "session.confirmed", subject: sessionRef(id), facts: { by, happened } },
    marks: [sessionRef(id)],
    idempotency: { operation, input: { ...word }, result: id },
  });
  // Both were asked at the same hour and may answer at the same moment: what stands now decides.
  return outcome.committed ? id : record(ctx, word, operation);
}
