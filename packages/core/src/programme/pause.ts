import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { LimitReached } from "../errors.ts";
import type { Id } from "../ids.ts";
import { all, equal, oneOf, update } from "../table.ts";
import type { Instant } from "../time.ts";
import { getProgramme } from "./get.ts";
import { movedAt, programmeRef } from "./items.ts";
import { hasEnded, openPhases } from "./open.ts";
import { Programme, type ProgrammeView } from "./schema.ts";

/** Two years with a pause a week; each sending reads its programme whole. */
const MAXIMUM_PAUSES = 100;

/**
 * Pauses a programme, or resumes it: while it is paused nothing is sent and nothing new is planned.
 *
 * @throws NotFound  there is no such programme
 * @throws Conflict  it has ended
 * @throws LimitReached  it was paused too often
 */
export async function pauseProgramme(
  ctx: Context,
  { id, paused }: { id: Id<"programme">; paused: boolean },
): Promise<ProgrammeView> {
  const programme = await getProgramme(ctx, id);
  const operation = "programme.pause";
  const input = { id, paused };
  await once(ctx, operation, input, async () => {
    if (programme.paused === paused) return id;
    const now = ctx.clock.now();
    const pauses = paused ? pausedAt(programme, now) : resumedAt(programme, now);
    const outcome = await commit(ctx, {
      changes: [
        update(
          entityKey(programmeRef(id)),
          { set: { paused, pauses, ...movedAt(id, now) }, add: { version: 1 } },
          all(equal("paused", !paused), oneOf("phase", openPhases)),
        ),
      ],
      audit: { action: paused ? "programme.paused" : "programme.resumed", subject: programmeRef(id) },
      marks: [programmeRef(id)],
      idempotency: { operation, input, result: id },
    });
    const found = outcome.committed ? undefined : outcome.refusals[0]?.found;
    // Whoever was faster with the same wish has done it for both.
    if (!found || found["paused"] === paused) return id;
    throw hasEnded(Programme.parse(found));
  });
  return getProgramme(ctx, id);
}

type Pauses = Programme["pauses"];

function pausedAt({ pauses }: Programme, now: Instant): Pauses {
  if (pauses.length < MAXIMUM_PAUSES) return [...pauses, { from: now }];
  throw new LimitReached(`A programme can be paused ${MAXIMUM_PAUSES} times.`, { limit: MAXIMUM_PAUSES });
}

const resumedAt = ({ pauses }: Programme, now: Instant): Pauses =>
  pauses.map((pause) => ({ ...pause, to: pause.to ?? now }));

/** Whether a programme was paused at an instant. */
export const wasPausedAt = ({ pauses }: Pick<Programme, "pauses">, at: Instant): boolean =>
  pauses.some(({ from, to }) => from <= at && (to === undefined || at < to));
