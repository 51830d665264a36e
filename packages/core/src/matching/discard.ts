import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { illegalTransition } from "../lifecycle.ts";
import { equal, remove } from "../table.ts";
import { getMatchingRun } from "./get.ts";
import { openRunKey, runSubject } from "./items.ts";
import { matchingRunLifecycle } from "./lifecycle.ts";
import { readRun } from "./read.ts";
import type { MatchingRunView } from "./schema.ts";
import { changedMeanwhile, discardingWrite } from "./start.ts";

/**
 * Discards a run that nobody wants to publish; whom managers have kept apart stays apart.
 *
 * @throws NotFound  there is no such run, or the actor does not manage its programme
 * @throws Conflict  it is being published, or over already
 */
export async function discardMatchingRun(
  ctx: Context,
  { id }: { id: Id<"matchingRun"> },
): Promise<MatchingRunView> {
  const operation = "matching-run.discard";
  const input = { id };
  await once(ctx, operation, input, async () => {
    const run = await readRun(ctx, id);
    if (run.state === "discarded") return id;
    if (!matchingRunLifecycle.transitions[run.state].includes("discarded")) {
      throw illegalTransition(matchingRunLifecycle, run.state, "discarded");
    }
    const outcome = await commit(ctx, {
      changes: [discardingWrite(ctx, run), remove(openRunKey(run.programmeId), equal("runId", id))],
      audit: { action: "matching-run.discarded", subject: runSubject(id) },
      marks: [],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw changedMeanwhile();
  });
  return getMatchingRun(ctx, id);
}
