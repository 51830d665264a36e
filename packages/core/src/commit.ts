import { createHash } from "node:crypto";
import { type AuditEntry, auditWrite } from "./audit/index.ts";
import { actorName, type Context } from "./context.ts";
import { type EntityRef, markKey, partitionOf, workAttributes } from "./entity.ts";
import { IdempotencyMismatch } from "./errors.ts";
import { mintUnordered } from "./ids.ts";
import { invariant } from "./invariant.ts";
import type { QueueName } from "./ports.ts";
import {
  absent,
  any,
  below,
  type Key,
  MAXIMUM_TRANSACTION_WRITES,
  type Outcome,
  put,
  type Refusal,
  type Value,
  type Write,
} from "./table.ts";
import { epochOf } from "./time.ts";

/** What a repeat of a request is recognised by, and what it is answered with. */
export interface Idempotency {
  readonly operation: string;
  readonly input: unknown;
  readonly result: Value;
}

/** One verb's whole effect. A part may be declared empty, never forgotten. */
export interface Commit {
  readonly changes: readonly Write[];
  readonly audit: AuditEntry | "nothing to audit";
  /** What must be synchronised afterwards. */
  readonly marks: readonly EntityRef[];
  readonly idempotency: Idempotency | "not repeatable";
}

/** How long a repeat is recognised: longer than any client retries. */
const IDEMPOTENCY_SECONDS = 7 * 24 * 3_600;

/** Another request with the same idempotency key won the race; the caller reads its result. */
export class AlreadyDone extends Error {}

/**
 * Writes what a person or a client did: changes, audit entry, marks and idempotency record in one
 * transaction, then one `synchronise` message. A lost message costs nothing: the sweep finds the marks.
 *
 * @returns the refused changes, by their place in `changes`, when a condition did not hold; then nothing was written
 * @throws AlreadyDone  a request with the same idempotency key has committed meanwhile
 */
export async function commit(ctx: Context, { changes, audit, marks, idempotency }: Commit): Promise<Outcome> {
  const writes: Write[] = [...changes, ...marks.map((entity) => markWrite(ctx, entity))];
  if (audit !== "nothing to audit") writes.push(auditWrite(ctx, audit));
  const recordAt = writes.length;
  const record = idempotency === "not repeatable" ? undefined : idempotencyWrite(ctx, idempotency);
  if (record) writes.push(record);
  invariant(writes.length <= MAXIMUM_TRANSACTION_WRITES, "a commit fits into one transaction");

  const outcome = await ctx.table.transact(writes);
  if (!outcome.committed) return refusedChanges(outcome.refusals, changes.length, recordAt);
  if (marks.length > 0) await announce(ctx, marks);
  return outcome;
}

function refusedChanges(refusals: readonly Refusal[], changes: number, recordAt: number): Outcome {
  if (refusals.some(({ index }) => index === recordAt)) throw new AlreadyDone();
  return { committed: false, refusals: refusals.filter(({ index }) => index < changes) };
}

/** The write that marks an entity. Workflows use it in their own transactions. */
export function markWrite(ctx: Context, entity: EntityRef): Write {
  const id = mintUnordered(ctx.ids, "mark");
  const at = ctx.clock.now();
  return put({
    ...markKey(entity),
    ...workAttributes(partitionOf(entity), at, id),
    schemaVersion: 1,
    id,
    entity: { type: entity.type, id: entity.id },
    markedAt: at,
  });
}

/** Calls for marked entities to be synchronised; after the transaction that has marked them. */
export const announce = (
  { queue }: Pick<Context, "queue">,
  entities: readonly EntityRef[],
  on: QueueName = "due",
): Promise<void> => queue.send(on, { message: "synchronise", entities });

const idempotencyKeyOf = (ctx: Context): Key | undefined =>
  ctx.idempotencyKey === undefined
    ? undefined
    : { pk: `idempotency#${actorName(ctx.actor)}#${ctx.idempotencyKey}`, sk: "IDEMPOTENCY" };

const fingerprint = (operation: string, input: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([operation, input]))
    .digest("base64url");

function idempotencyWrite(ctx: Context, { operation, input, result }: Idempotency): Write | undefined {
  const key = idempotencyKeyOf(ctx);
  if (!key) return undefined;
  const now = Math.floor(epochOf(ctx.clock.now()) / 1_000);
  const expiresAtEpoch = now + IDEMPOTENCY_SECONDS;
  return put(
    { ...key, schemaVersion: 1, fingerprint: fingerprint(operation, input), result, expiresAtEpoch },
    // An expired item may stay for days before the table deletes it.
    any(absent, below("expiresAtEpoch", now)),
  );
}

/**
 * Runs a verb once per idempotency key: a repeat gets the first result, also while both run at once.
 *
 * @throws IdempotencyMismatch  the key was used for another request
 */
export async function once<Result extends Value>(
  ctx: Context,
  operation: string,
  input: unknown,
  run: () => Promise<Result>,
): Promise<Result> {
  const earlier = await earlierResult<Result>(ctx, operation, input);
  if (earlier) return earlier.result;
  try {
    return await run();
  } catch (error) {
    const winner = await earlierResult<Result>(ctx, operation, input);
    if (winner) return winner.result;
    throw error;
  }
}

async function earlierResult<Result>(
  ctx: Context,
  operation: string,
  input: unknown,
): Promise<{ result: Result } | undefined> {
  const key = idempotencyKeyOf(ctx);
  const record = key && (await ctx.table.get(key));
  if (!record || Number(record["expiresAtEpoch"]) * 1_000 <= epochOf(ctx.clock.now())) return undefined;
  if (record["fingerprint"] !== fingerprint(operation, input)) {
    throw new IdempotencyMismatch("This Idempotency-Key was used for another request. Send a new key.");
  }
  return { result: record["result"] as Result };
}
