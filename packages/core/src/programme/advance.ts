import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { all, equal, type Refusal, update } from "../table.ts";
import { dateOf } from "../time.ts";
import { getProgramme } from "./get.ts";
import { movedAt, programmeRef } from "./items.ts";
import { judgeReadiness } from "./judge-readiness.ts";
import { type ProgrammePhase, programmeLifecycle } from "./lifecycle.ts";
import { Programme, type ProgrammeView } from "./schema.ts";

/**
 * Takes a programme to another phase. It opens only as it was judged: whoever changes it meanwhile wins.
 *
 * @throws NotFound  there is no such programme
 * @throws Conflict  its phase does not lead there (`data.allowed` lists where it leads), or it is not ready to open (`data.gaps` lists what is missing)
 */
export async function advanceProgramme(
  ctx: Context,
  { id, to }: { id: Id<"programme">; to: ProgrammePhase },
): Promise<ProgrammeView> {
  const programme = await getProgramme(ctx, id);
  const operation = "programme.advance";
  const input = { id, to };
  await once(ctx, operation, input, async () => {
    const opens = programme.phase === "draft" && to === "enrolling";
    if (opens) await requireReady(ctx, programme);
    const allowed = mayBecome(programmeLifecycle, to);
    // Its weeks count from the day on which it begins to run, unless somebody has named another.
    const begins = to === "running" && programme.startsOn === undefined;
    const now = ctx.clock.now();
    const asJudged = opens || begins;
    const outcome = await commit(ctx, {
      changes: [
        update(
          entityKey(programmeRef(id)),
          {
            set: { phase: to, ...(begins && { startsOn: dateOf(now, programme.zone) }), ...movedAt(id, now) },
            add: { version: 1 },
          },
          asJudged ? all(allowed, equal("version", programme.version)) : allowed,
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

function refusedAdvance(refusals: readonly Refusal[], to: ProgrammePhase): Error {
  const found = refusals[0]?.found;
  if (!found) return new NotFound("There is no programme with this id.");
  const { phase } = Programme.parse(found);
  if (!programmeLifecycle.transitions[phase].includes(to)) {
    return illegalTransition(programmeLifecycle, phase, to);
  }
  return new Conflict("Somebody has changed this programme at the same moment. Try again.", { state: phase });
}

async function requireReady(ctx: Context, programme: Programme): Promise<void> {
  const { ready, gaps } = await judgeReadiness(ctx, programme);
  if (ready) return;
  throw new Conflict("This programme is not ready to open. Mend what the gaps list as required first.", {
    state: programme.phase,
    gaps,
  });
}
