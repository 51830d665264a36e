import type { EntityRef } from "../entity.ts";
import { absent, equal, put, type SingleWrite, update } from "../table.ts";
import { dueExpiry, dueItem, dueKey, dueWorkAttributes, WORK_ATTRIBUTES } from "./items.ts";
import { type DueWork, dueIdOf, type Wanted } from "./schema.ts";

/** One step from what is stored to what is wanted, with its write under its condition. */
export interface Step {
  readonly step: "create" | "move" | "revive" | "supersede";
  readonly due: DueWork;
  readonly write: SingleWrite;
}

/**
 * What must change so that exactly the wanted work is planned. Terminal and claimed work is left alone:
 * what was sent stays sent, and only what is still planned can be superseded. Applying it twice changes nothing.
 *
 * @param months  how long what is known of it is kept after it is over; for good without a number
 */
export function reconcile(
  entity: EntityRef,
  stored: readonly DueWork[],
  wanted: readonly Wanted[],
  months?: number,
): Step[] {
  const known = new Map(stored.map((due) => [due.id, due]));
  const wantedIds = new Set(wanted.map((want) => dueIdOf(entity, want)));
  const towards = wanted.flatMap((want) =>
    stepTowards(entity, known.get(dueIdOf(entity, want)), { want, months }),
  );
  const away = stored.filter(({ id, state }) => state === "planned" && !wantedIds.has(id)).map(supersede);
  return [...towards, ...away];
}

function stepTowards(
  entity: EntityRef,
  stored: DueWork | undefined,
  { want, months }: { want: Wanted; months: number | undefined },
): Step[] {
  const due = { ...want, id: dueIdOf(entity, want), entity, state: "planned" } as DueWork;
  const kept = dueExpiry(want, months);
  if (!stored) return [{ step: "create", due, write: put({ ...dueItem(due), ...kept }, absent) }];
  if (stored.state === "superseded") return [{ step: "revive", due, write: replan(due, "superseded", kept) }];
  if (stored.state === "planned" && moved(stored, want))
    return [{ step: "move", due, write: replan(due, "planned", kept) }];
  return [];
}

const moved = (stored: DueWork, want: Wanted): boolean =>
  stored.dueAt !== want.dueAt ||
  (stored.work === "mail" && want.work === "mail" && stored.expiresAt !== want.expiresAt);

const replan = (
  due: DueWork,
  from: "planned" | "superseded",
  kept: { expiresAtEpoch?: number },
): SingleWrite =>
  update(
    dueKey(due.entity, due.id),
    {
      set: {
        state: "planned",
        dueAt: due.dueAt,
        ...(due.work === "mail" && { expiresAt: due.expiresAt }),
        ...dueWorkAttributes(due, due.dueAt),
        ...kept,
      },
    },
    equal("state", from),
  );

const supersede = (due: DueWork): Step => ({
  step: "supersede",
  due: { ...due, state: "superseded" } as DueWork,
  write: update(
    dueKey(due.entity, due.id),
    { set: { state: "superseded" }, remove: WORK_ATTRIBUTES },
    equal("state", "planned"),
  ),
});
