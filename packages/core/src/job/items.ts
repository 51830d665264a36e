import type { EntityRef } from "../entity.ts";
import type { Id } from "../ids.ts";
import type { Item, Key } from "../table.ts";
import type { Instant } from "../time.ts";
import type { Job, RowError } from "./schema.ts";

/**
 * Access patterns:
 *   one job            pk = job#<id>, sk = ENTITY
 *   all, by change     byUpdated: updatedPk = job, updatedSk = <updatedAt>#<id>
 *   all about a person byPerson: personPk = <person>, personSk = job#<id>
 *   its row errors     pk = job#<id>, sk = ERROR#<line>#<column>, by line
 *   its file           pk = job#<id>, sk = CHUNK#<number>, in order
 */
export const jobRef = (id: Id<"job">): EntityRef => ({ type: "job", id });
export const jobPartition = (id: Id<"job">): string => `job#${id}`;
export const jobKey = (id: Id<"job">): Key => ({ pk: jobPartition(id), sk: "ENTITY" });
export const ERROR_PREFIX = "ERROR#";
export const CHUNK_PREFIX = "CHUNK#";

export const JOBS_BY_UPDATE = "job";
export const JOB_OF_PERSON = "job#";

/** What changes in a job whenever anything does. */
export const movedAt = (id: Id<"job">, at: Instant) => ({
  updatedAt: at,
  updatedPk: JOBS_BY_UPDATE,
  updatedSk: `${at}#${id}`,
});

export const jobItem = (job: Job): Item => ({
  ...jobKey(job.id),
  ...movedAt(job.id, job.updatedAt),
  ...(job.personId && { personPk: job.personId, personSk: `${JOB_OF_PERSON}${job.id}` }),
  schemaVersion: 1,
  ...job,
});

export const rowErrorItem = (id: Id<"job">, error: RowError, expiresAtEpoch: number): Item => ({
  pk: jobPartition(id),
  sk: `${ERROR_PREFIX}${String(error.line).padStart(7, "0")}#${error.column}`,
  schemaVersion: 1,
  ...error,
  expiresAtEpoch,
});
