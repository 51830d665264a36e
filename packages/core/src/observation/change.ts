import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { getIndicator } from "../indicator/index.ts";
import { hasEnded, openPhases, readProgramme } from "../programme/index.ts";
import { equal, put } from "../table.ts";
import { unfit } from "./create.ts";
import { misfitsOf } from "./fit.ts";
import { getObservation } from "./get.ts";
import { observationItem, observationSubject } from "./items.ts";
import type { Observation, ObservationChange } from "./schema.ts";

/**
 * Corrects an observation, also of an indicator that is retired.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such observation, or the actor does not manage its programme
 * @throws Invalid  unit or value do not fit the indicator
 * @throws Conflict  the programme has ended
 * @throws PreconditionFailed  it was changed since that version
 */
export async function changeObservation(
  ctx: Context,
  { id, version, change }: { id: Id<"observation">; version: number; change: ObservationChange },
): Promise<Observation> {
  const { note: _, ...before } = await openObservation(ctx, id);
  if (before.version !== version) throw stale("observation");
  const misfits = misfitsOf(change, await getIndicator(ctx, before.indicatorId));
  if (misfits.length > 0) throw unfit(misfits);
  const after: Observation = { ...before, ...change, version: version + 1, updatedAt: ctx.clock.now() };
  const outcome = await commit(ctx, {
    changes: [put(observationItem(after), equal("version", version))],
    audit: {
      action: "observation.changed",
      subject: observationSubject(id),
      facts: { from: before.value, to: after.value },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return after;
  throw stale("observation");
}

/**
 * An observation that the actor may change.
 *
 * @throws NotFound  there is no such observation, or the actor does not manage its programme
 * @throws Conflict  the programme has ended
 */
export async function openObservation(ctx: Context, id: Id<"observation">): Promise<Observation> {
  const observation = await getObservation(ctx, id);
  const programme = await readProgramme(ctx, observation.programmeId);
  if (!openPhases.includes(programme.phase)) throw hasEnded(programme);
  return observation;
}
