import { z } from "zod";
import type { Context } from "./context.ts";
import { Invalid } from "./errors.ts";
import { invariant } from "./invariant.ts";
import { tableShape } from "./resources.ts";
import type { Item, PageKey, QuerySpec } from "./table.ts";

/** How much of a list one answer holds, and how often a filter may make us read on for it. */
export const MAXIMUM_PAGE = 100;
const DEFAULT_PAGE = 50;
const MAXIMUM_READS = 10;

/** What every list takes. */
export const PageRequest = z.object({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, `Give a number from 1 to ${MAXIMUM_PAGE}.`)
    .transform(Number)
    .pipe(z.number().min(1).max(MAXIMUM_PAGE))
    .default(DEFAULT_PAGE)
    .describe(`How many at most; 1 to ${MAXIMUM_PAGE}`),
  cursor: z.string().max(2_000).optional().describe("`cursor` of the answer before, to go on from there"),
});
export type PageRequest = z.infer<typeof PageRequest>;

/** One part of a list; without `cursor` it was the last. */
export interface List<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

const Cursor = z.record(z.string().max(100), z.string().max(2_000));

/** Pages that are read for one answer at most: a hundred thousand small items, or a hundred megabytes. */
const MAXIMUM_PAGES = 100;
const LARGEST_PAGE = 1_000;

/** Every item of a query, for what must see all of them. */
export async function everyItem(
  { table }: Pick<Context, "table">,
  query: Omit<QuerySpec, "limit" | "after">,
): Promise<Item[]> {
  const items: Item[] = [];
  let after: PageKey | undefined;
  for (let pages = 0; pages < MAXIMUM_PAGES; pages += 1) {
    const page = await table.query({ ...query, limit: LARGEST_PAGE, ...(after && { after }) });
    items.push(...page.items);
    if (!page.next) return items;
    after = page.next;
  }
  invariant(false, "what is read whole fits into a hundred pages");
}

/** The attributes of a place in a list. */
function placeNames(index: QuerySpec["index"]): { names: string[]; partitionKey: string } {
  const { partitionKey, sortKey } = index ? tableShape.indexes[index] : tableShape;
  return { names: [...new Set(["pk", "sk", partitionKey, sortKey])], partitionKey };
}

function pageKeyFrom(
  cursor: string | undefined,
  { index, partition }: Pick<QuerySpec, "index" | "partition">,
): { after?: PageKey } {
  if (cursor === undefined) return {};
  try {
    const after = Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    const { names, partitionKey } = placeNames(index);
    const isOfThisList = Object.keys(after).sort().join() === names.sort().join();
    if (isOfThisList && after[partitionKey] === partition) return { after };
  } catch {
    // What cannot be read is as foreign as the place of another list.
  }
  throw foreignCursor();
}

const foreignCursor = () =>
  new Invalid("This cursor is not of this list. Leave it out to begin at the first page.");

function cursorAt(item: Item, index: QuerySpec["index"]): string {
  const key = Object.fromEntries(placeNames(index).names.map((name) => [name, item[name]]));
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
  let { after } = pageKeyFrom(request.cursor, query);
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

/** What every stack has, and where the rest of the list is stored; nowhere when nothing stored can be meant. */
interface ListParts<T> {
  readonly first: readonly T[];
  readonly stored?: Omit<QuerySpec, "limit" | "after">;
}

const cursorAfter = ({ id }: { readonly id: string }): string => `after:${id}`;

/**
 * Reads one page of a list that begins with what every stack has, in its order, and goes on with what is stored.
 *
 * @throws Invalid  the cursor is none of ours
 */
export async function listAfter<T extends { readonly id: string }>(
  ctx: Context,
  { first, stored }: ListParts<T>,
  request: PageRequest,
  read: (item: Item) => T | undefined,
): Promise<List<T>> {
  const { cursor, limit } = request;
  const from = cursor === undefined ? 0 : first.findIndex((item) => cursorAfter(item) === cursor) + 1;
  const isAmongFirst = cursor === undefined || from > 0;
  if (!isAmongFirst && stored) return listPage(ctx, stored, request, read);
  if (!isAmongFirst) throw foreignCursor();
  const items = first.slice(from, from + limit);
  const last = items.at(-1);
  const more = stored !== undefined || from + limit < first.length;
  if (last && items.length === limit) return { items, ...(more && { cursor: cursorAfter(last) }) };
  if (!stored) return { items };
  const page = await listPage(ctx, stored, { limit: limit - items.length }, read);
  return { ...page, items: [...items, ...page.items] };
}
