import { z } from "zod";
import type { Context } from "./context.ts";
import { Invalid } from "./errors.ts";
import { tableShape } from "./resources.ts";
import type { Item, PageKey, QuerySpec } from "./table.ts";

/** How much of a list one answer holds, and how often a filter may make us read on for it. */
export const MAXIMUM_PAGE = 100;
const DEFAULT_PAGE = 50;
const MAXIMUM_READS = 10;

/** What every list takes. */
export const PageRequest = z.object({
  limit: z.coerce.number().int().min(1).max(MAXIMUM_PAGE).default(DEFAULT_PAGE).describe("How many at most"),
  cursor: z.string().max(2_000).optional().describe("`cursor` of the answer before, to go on from there"),
});
export type PageRequest = z.infer<typeof PageRequest>;

/** One part of a list; without `cursor` it was the last. */
export interface List<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

const Cursor = z.record(z.string().max(100), z.string().max(2_000));

function pageKeyFrom(cursor: string | undefined): { after?: PageKey } {
  if (cursor === undefined) return {};
  try {
    return { after: Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString())) };
  } catch {
    throw new Invalid("This cursor is none of ours. Leave it out to begin at the first page.");
  }
}

function cursorAt(item: Item, index: QuerySpec["index"]): string {
  const { partitionKey, sortKey } = index ? tableShape.indexes[index] : tableShape;
  const names = new Set(["pk", "sk", partitionKey, sortKey]);
  const key = Object.fromEntries([...names].map((name) => [name, item[name]]));
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/**
 * Reads one page of a list. A filter may make a page short, or even empty, while there is a cursor.
 *
 * @throws Invalid  the cursor is none of ours
 */
export async function listPage<T>(
  ctx: Context,
  query: Omit<QuerySpec, "limit" | "after">,
  request: PageRequest,
  read: (item: Item) => T | undefined,
): Promise<List<T>> {
  const items: T[] = [];
  let { after } = pageKeyFrom(request.cursor);
  for (let reads = 0; reads < MAXIMUM_READS; reads += 1) {
    const page = await ctx.table.query({ ...query, limit: request.limit, ...(after && { after }) });
    for (const [at, item] of page.items.entries()) {
      const view = read(item);
      if (view !== undefined) items.push(view);
      const more = at < page.items.length - 1 || page.next !== undefined;
      if (items.length === request.limit)
        return { items, ...(more && { cursor: cursorAt(item, query.index) }) };
    }
    if (!page.next) return { items };
    after = page.next;
  }
  return { items, ...(after && { cursor: Buffer.from(JSON.stringify(after)).toString("base64url") }) };
}
