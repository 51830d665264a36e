import type { Context } from "../context.ts";
import {
  DUE_PREFIX,
  type DueWork,
  dueIdOf,
  dueWorkOf,
  reconcile,
  type Step,
  type Wanted,
} from "../due/index.ts";
import { type EntityRef, entityKey, markKey, partitionOf } from "../entity.ts";
import { retentionOf } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import { check, equal, remove } from "../table.ts";
import { arrange } from "./arrange.ts";
import { ChangedMeanwhile } from "./kept.ts";
import { upkeep } from "./upkeep.ts";
import { derivations } from "./wanted.ts";

/** Entities a transaction fans out to at most, so that one conflict repeats little. */
const MAXIMUM_STEPS = 20;
/** Due work that is claimed while we look makes us look again; more rounds than this is somebody else's turn. */
const MAXIMUM_ROUNDS = 5;

/**
 * Makes what depends on an entity what its present state asks for: other entities first, then due work. Only
 * a mark makes it do anything; each write holds only while that mark stands, and the mark goes last. So a slow run
 * of an old version undoes nothing, and a crash leaves the mark to the sweep.
 */
export async function synchronise(ctx: Context, entity: EntityRef): Promise<void> {
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const [items, { mailsMonths }] = await Promise.all([
      everyItem(ctx, { partition: partitionOf(entity) }),
      retentionOf(ctx),
    ]);
    const mark = items.find(({ sk }) => sk === "MARK");
    let stored = items.find(({ sk }) => sk === "ENTITY");
    if (!mark) return;
    const markId = String(mark["id"]);
    const keep = upkeep[entity.type];
    if (stored && keep) {
      const kept = await keep(ctx, { stored, partition: items, markId }).then(() => "kept", overtaken);
      if (kept !== "kept") continue;
      stored = await ctx.table.get(entityKey(entity));
    }
    const due = items.filter(({ sk }) => sk.startsWith(DUE_PREFIX)).map(dueWorkOf);
    const wanted = (stored && (await derivations[entity.type]?.(ctx, stored))) ?? [];
    const steps = reconcile(entity, due, wanted, mailsMonths);
    const written = await write(ctx, entity, markId, steps);
    if (written === "newer mark") return;
    if (written === "changed meanwhile") continue;
    await schedule(ctx, entity, { due, steps, wanted });
    await ctx.table.write(remove(markKey(entity), equal("id", markId)));
    return;
  }
}

/** Upkeep that was overtaken by another change looks again; whatever else fails, fails. */
function overtaken(error: unknown): "overtaken" {
  if (error instanceof ChangedMeanwhile) return "overtaken";
  throw error;
}

async function write(
  ctx: Context,
  entity: EntityRef,
  markId: string,
  steps: readonly Step[],
): Promise<"written" | "newer mark" | "changed meanwhile"> {
  for (let at = 0; at < steps.length; at += MAXIMUM_STEPS) {
    const chunk = steps.slice(at, at + MAXIMUM_STEPS).map((step) => step.write);
    const outcome = await ctx.table.transact([check(markKey(entity), equal("id", markId)), ...chunk]);
    if (outcome.committed) continue;
    return outcome.refusals.some(({ index }) => index === 0) ? "newer mark" : "changed meanwhile";
  }
  return "written";
}

/** All that is planned is arranged again, and not only what has changed: a crash may have come in between. */
async function schedule(
  ctx: Context,
  entity: EntityRef,
  { due, steps, wanted }: { due: readonly DueWork[]; steps: readonly Step[]; wanted: readonly Wanted[] },
): Promise<void> {
  const after = new Map([...due, ...steps.map((step) => step.due)].map((work) => [work.id, work]));
  for (const want of wanted) {
    const work = after.get(dueIdOf(entity, want));
    if (work?.state === "planned") await arrange(ctx, work);
  }
  for (const { state, id } of after.values()) {
    if (state === "superseded") await ctx.scheduler.remove(id);
  }
}
