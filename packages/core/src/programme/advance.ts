import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { equal, type Refusal, update } from "../table.ts";
import { getProgramme } from "./get.ts";
import { PROGRAMMES_BY_UPDATE, programmeRef } from "./items.ts";
import { type ProgrammePhase, programmeLifecycle } from "./lifecycle.ts";
import { Programme } from "./schema.ts";

/**
 * Takes a programme to another phase.
 *
 * @throws NotFound  there is no such programme
 * @throws Conflict  its phase does not lead there; `data.allowed` lists where it leads
 */
export async function advanceProgramme(
  ctx: Context,
  { id, to }: { id: Id<"programme">; to: ProgrammePhase },
): Promise<Programme> {
  await getProgramme(ctx, id);
  const operation = "programme.advance";
  const input = { id, to };
  await once(ctx, operation, input, async () => {
    const now = ctx.clock.now();
    const outcome = await commit(ctx, {
      changes: [
        update(
          entityKey(programmeRef(id)),
          {
            set: { phase: to, updatedAt: now, updatedPk: PROGRAMMES_BY_UPDATE, updatedSk: `${now}#${id}` },
            add: { version: 1 },
          },
          mayBecome(programmeLifecycle, to),
        ),
      ],
      audit: { action: "programme.advanced", subject: programmeRef(id), facts: { to } },
      marks: [programmeRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw refusedAdvance(outcome.refusals, to);
  });
  return getProgramme(ctx, id);
}

/**
 * Pauses a programme, or resumes it: while it is paused nothing is sent.
 *
 * @throws NotFound  there is no such programme
 */
export async function pauseProgramme(
  ctx: Context,
  { id, paused }: { id: Id<"programme">; paused: boolean },
): Promise<Programme> {
  const programme = await getProgramme(ctx, id);
  if (programme.paused === paused) return programme;
  const now = ctx.clock.now();
  await commit(ctx, {
    changes: [
      update(
        entityKey(programmeRef(id)),
        { set: { paused, updatedAt: now, updatedSk: `${now}#${id}` }, add: { version: 1 } },
        equal("paused", !paused),
      ),
    ],
    audit: { action: paused ? "programme.paused" : "programme.resumed", subject: programmeRef(id) },
    marks: [programmeRef(id)],
    idempotency: "not repeatable",
  });
  return getProgramme(ctx, id);
}

function refusedAdvance(refusals: readonly Refusal[], to: ProgrammePhase): Error {
  const found = refusals[0]?.found;
  if (!found) return new NotFound("There is no programme with this id.");
  return illegalTransition(programmeLifecycle, Programme.parse(found).phase, to);
}
