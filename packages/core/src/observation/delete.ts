import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { equal, remove } from "../table.ts";
import { openObservation } from "./change.ts";
import { observationKey, observationSubject } from "./items.ts";

/**
 * Deletes an observation that was no observation. The audit keeps its value.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such observation, or the actor does not manage its programme
 * @throws Conflict  the programme has ended
 * @throws PreconditionFailed  it was changed since that version
 */
export async function deleteObservation(
  ctx: Context,
  { id, version }: { id: Id<"observation">; version: number },
): Promise<void> {
  const { value } = await openObservation(ctx, id);
  const outcome = await commit(ctx, {
    changes: [remove(observationKey(id), equal("version", version))],
    audit: { action: "observation.deleted", subject: observationSubject(id), facts: { value } },
    marks: [],
    idempotency: "not repeatable",
  });
  if (!outcome.committed) throw stale("observation");
}
