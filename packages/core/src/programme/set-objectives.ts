import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Invalid, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { equal, update } from "../table.ts";
import { getProgramme } from "./get.ts";
import { movedAt, programmeRef } from "./items.ts";
import { type ObjectiveInput, objectivesFrom } from "./objective.ts";
import { hasEnded, openPhases } from "./open.ts";
import { readProgramme } from "./read.ts";
import { objectiveGaps } from "./readiness.ts";
import { type Programme, type ProgrammeView, viewOf } from "./schema.ts";

/**
 * Gives a programme its objectives, all of them anew. One that comes with its id stays the same objective.
 * In a draft they may be unfinished; a programme that has opened keeps what its opening asked for.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Conflict  it has ended, or it has opened and an objective lacks evidence or a baseline (`data.gaps`)
 * @throws PreconditionFailed  it was changed since that version
 * @throws Invalid  an id is of no objective of this programme
 */
export async function setObjectives(
  ctx: Context,
  { id, version, objectives }: { id: Id<"programme">; version: number; objectives: ObjectiveInput[] },
): Promise<ProgrammeView> {
  const before = await getProgramme(ctx, id);
  if (!openPhases.includes(before.phase)) throw hasEnded(before);
  if (before.version !== version) throw stale("programme");
  requireKnown(before, objectives);
  const after = objectivesFrom(ctx, objectives);
  requireFinished(before, after);
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(programmeRef(id)),
        { set: { objectives: after, ...movedAt(id, ctx.clock.now()) }, add: { version: 1 } },
        // The phase cannot have changed either: a change of phase is a new version.
        equal("version", version),
      ),
    ],
    audit: {
      action: "programme.objectives-set",
      subject: programmeRef(id),
      facts: { objectives: after.map((objective) => objective.id) },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (!outcome.committed) throw stale("programme");
  return viewOf(await readProgramme(ctx, id), ctx.clock.now());
}

function requireKnown(before: Programme, objectives: readonly ObjectiveInput[]): void {
  const known = before.objectives.map(({ id }) => id);
  const issues = objectives.flatMap(({ id }, at) =>
    id === undefined || known.includes(id)
      ? []
      : [
          {
            path: ["objectives", at, "id"],
            message: "Give the id of an objective of this programme, or none for a new one.",
          },
        ],
  );
  if (issues.length > 0) throw new Invalid("This programme has no such objective.", { issues });
}

function requireFinished({ phase }: Programme, objectives: Programme["objectives"]): void {
  const gaps = phase === "draft" ? [] : objectiveGaps(objectives);
  if (gaps.length === 0) return;
  throw new Conflict("This programme has opened; its objectives need what its opening asked for.", {
    phase,
    gaps,
  });
}
