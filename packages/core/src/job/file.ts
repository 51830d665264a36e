import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import { everyItem } from "../page.ts";
import { put, remove, type Write } from "../table.ts";
import { secondsOf } from "../time.ts";
import { CHUNK_PREFIX, jobPartition } from "./items.ts";

/** Lambda's request is buffered and limited; a file beyond this does not arrive whole. */
export const MAXIMUM_FILE_BYTES = 4 * 1024 * 1024;
/** In base64 a third larger, which still fits an item of 300 kB. */
const CHUNK_BYTES = 200 * 1024;
const KEEP_DAYS = 30;

/** When a job's file and row errors may go, in seconds since 1970. */
export const jobExpiry = (ctx: Pick<Context, "clock">, days = KEEP_DAYS): number =>
  secondsOf(ctx.clock.now()) + days * 86_400;

/** How long a file is kept, and what must hold when it is written. */
interface Keeping {
  readonly days?: number;
  readonly while?: readonly Write[];
}

/**
 * Keeps a file beside its job, in chunks that the table deletes in time.
 *
 * @returns whether it was kept: what must hold may not hold any more
 */
export async function keepFile(
  ctx: Context,
  id: Id<"job">,
  file: Uint8Array,
  { days, while: checks = [] }: Keeping = {},
): Promise<boolean> {
  invariant(file.byteLength <= MAXIMUM_FILE_BYTES, "a file was measured before it is kept");
  for (let at = 0; at * CHUNK_BYTES < file.byteLength; at += 1) {
    const bytes = Buffer.from(file.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)).toString("base64");
    const sk = `${CHUNK_PREFIX}${String(at).padStart(4, "0")}`;
    const expiresAtEpoch = jobExpiry(ctx, days);
    const chunk = put({ pk: jobPartition(id), sk, schemaVersion: 1, bytes, expiresAtEpoch });
    const outcome = await ctx.table.transact([...checks, chunk]);
    if (!outcome.committed) return false;
  }
  return true;
}

const chunksOf = (ctx: Context, id: Id<"job">) =>
  everyItem(ctx, { partition: jobPartition(id), sort: { beginsWith: CHUNK_PREFIX } });

/** The file that was kept beside a job; empty once it has expired, also before the table has deleted it. */
export async function readFile(ctx: Context, id: Id<"job">): Promise<Uint8Array> {
  const now = jobExpiry(ctx, 0);
  const items = (await chunksOf(ctx, id)).filter((item) => Number(item["expiresAtEpoch"]) > now);
  return Buffer.concat(items.map((item) => Buffer.from(String(item["bytes"]), "base64")));
}

/** Deletes the file that was kept beside a job: what nobody needs any more is not kept until it expires. */
export async function dropFile(ctx: Context, id: Id<"job">): Promise<void> {
  for (const { pk, sk } of await chunksOf(ctx, id)) await ctx.table.write(remove({ pk, sk }));
}
