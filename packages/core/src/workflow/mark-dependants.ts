import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import type { EntityRef } from "../entity.ts";
import type { Id } from "../ids.ts";
import { meetingStates, pairingRef, pairingsOf } from "../pairing/index.ts";
import { managementRef, managementsOf, PROGRAMMES_BY_UPDATE, programmeRef } from "../programme/index.ts";
import { sessionRef, sessionsOf } from "../session/index.ts";
import type { Item, PageKey, QuerySpec } from "../table.ts";
import { waveRef, wavesOf } from "../wave/index.ts";

/** Marked in one transaction and one message. */
const CHUNK = 20;

/** Where an entity's dependants are listed, and which of them its rules can still change. */
interface Dependants {
  readonly list: Pick<QuerySpec, "index" | "partition">;
  readonly states: readonly string[];
  readonly refOf: (item: Item) => EntityRef;
}

function dependantsOf({ type, id }: EntityRef): readonly Dependants[] {
  if (type === "organisation") {
    const list = { index: "byUpdated", partition: PROGRAMMES_BY_UPDATE } as const;
    return [{ list, states: [], refOf: (item) => programmeRef(item["id"] as Id<"programme">) }];
  }
  if (type !== "programme") return [];
  const waves = {
    list: { index: "byProgramme", partition: wavesOf(id as Id<"programme">) },
    states: ["open"],
    refOf: (item: Item) => waveRef(item["id"] as Id<"wave">),
  } as const;
  const programmeId = id as Id<"programme">;
  return [
    {
      list: { index: "byProgramme", partition: pairingsOf(programmeId) },
      states: ["proposed", ...meetingStates, "paused"],
      refOf: (item) => pairingRef(item["id"] as Id<"pairing">),
    },
    {
      list: { index: "byProgramme", partition: sessionsOf(programmeId) },
      states: ["planned", "cancelled"],
      refOf: (item) => sessionRef(item["id"] as Id<"session">),
    },
    waves,
    {
      list: { index: "byProgramme", partition: managementsOf(programmeId) },
      states: [],
      refOf: (item) => managementRef(item["id"] as Id<"management">),
    },
  ];
}

/** Where a fan-out goes on: which list, and where in it. */
export interface MarkDependants {
  readonly of: EntityRef;
  readonly list?: number;
  readonly after?: PageKey;
}

/**
 * Marks what depends on an entity whose rules have changed, a chunk at a time, and goes on by sending itself
 * a message. Marking twice costs a synchronisation and changes nothing.
 */
export async function markDependants(ctx: Context, { of, list = 0, after }: MarkDependants): Promise<void> {
  const lists = dependantsOf(of);
  const dependants = lists[list];
  if (!dependants) return;
  const { list: where, states, refOf } = dependants;
  const page = await ctx.table.query({ ...where, limit: CHUNK, ...(after && { after }) });
  const entities = page.items
    .filter((item) => states.length === 0 || states.includes(String(item["state"])))
    .map(refOf);
  if (entities.length > 0) {
    await ctx.table.transact(entities.map((entity) => markWrite(ctx, entity)));
    await announce(ctx, entities, "bulk");
  }
  const next = page.next ? { list, after: page.next } : { list: list + 1 };
  if (page.next || next.list < lists.length) {
    await ctx.queue.send("bulk", { message: "mark-dependants", of, ...next });
  }
}
