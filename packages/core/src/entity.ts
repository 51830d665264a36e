import { createHash } from "node:crypto";
import type { Id } from "./ids.ts";
import type { Key } from "./table.ts";

/** The things whose due work is derived from their state, and which therefore can be marked. */
export const entityTypes = [
  "organisation",
  "person",
  "programme",
  "management",
  "participant",
  "pairing",
  "session",
  "wave",
  "invitation",
  "job",
  "digest",
] as const;
export type EntityType = (typeof entityTypes)[number];

/** One thing by its type and id. It has a partition of its own: itself, its mark and its due work. */
export interface EntityRef {
  readonly type: EntityType;
  readonly id: string;
}

export const partitionOf = ({ type, id }: EntityRef): string => `${type}#${id}`;
export const entityKey = (entity: EntityRef): Key => ({ pk: partitionOf(entity), sk: "ENTITY" });
export const markKey = (entity: EntityRef): Key => ({ pk: partitionOf(entity), sk: "MARK" });

/** Work is spread over this many index partitions, so that a burst heats none of them. */
export const WORK_SHARDS = 8;

/** Where the sweep finds work: a shard by the entity, sorted by the instant when it is next to be looked at. */
export const workAttributes = (
  partition: string,
  at: string,
  id: string,
): { workPk: string; workSk: string } => ({
  workPk: `work#${(createHash("sha256").update(partition).digest()[0] ?? 0) % WORK_SHARDS}`,
  workSk: `${at}#${id}`,
});

/** The mark's item: that due work must be derived again. Each commit overwrites it with a fresh id. */
export interface Mark {
  readonly id: Id<"mark">;
  readonly entity: EntityRef;
}
