import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { type Id, idOf, mintSortable } from "../ids.ts";
import { type List, listPage, type PageRequest } from "../page.ts";
import { absent, equal, type Key, put, update } from "../table.ts";
import { Line } from "../text.ts";
import { Instant } from "../time.ts";

/**
 * Keys by which servers of the customer call the API. Only a hash of the secret is stored; the secret itself
 * is 130 random bits and therefore needs no slow hash.
 * Access patterns: one key pk = apiKey#<id>, sk = ENTITY; all, by change: byUpdated: updatedPk = apiKey
 */
const keyOf = (id: Id<"apiKey">): Key => ({ pk: `apiKey#${id}`, sk: "ENTITY" });
const KEYS_BY_UPDATE = "apiKey";

const base = z.object({
  name: Line.describe("What uses it"),
  scope: z.enum(["read", "write"]).describe("`read` only reads; `write` does all that an administrator may"),
});
export const ApiKeyInput = z.strictObject(base.shape);
export type ApiKeyInput = z.infer<typeof ApiKeyInput>;

export const ApiKey = base
  .extend({
    id: idOf("apiKey"),
    state: z.enum(["active", "revoked"]),
    createdAt: Instant,
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

export const NewApiKey = ApiKey.extend({
  token: z.string().describe("Shown this once; store it safely"),
}).meta({ id: "NewApiKey" });
export type NewApiKey = z.infer<typeof NewApiKey>;

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Makes a key. Its token is in this answer and nowhere else; a repeat makes another key. */
export async function createApiKey(ctx: Context, input: ApiKeyInput): Promise<NewApiKey> {
  const id = mintSortable(ctx.ids, "apiKey");
  const secret = ctx.ids.unordered();
  const createdAt = ctx.clock.now();
  const key: ApiKey = { ...input, id, state: "active", createdAt };
  await commit(ctx, {
    changes: [
      put(
        {
          ...keyOf(id),
          updatedPk: KEYS_BY_UPDATE,
          updatedSk: `${createdAt}#${id}`,
          schemaVersion: 1,
          ...key,
          secretHash: hashOf(secret),
        },
        absent,
      ),
    ],
    audit: { action: "api-key.created", subject: { type: "apiKey", id }, facts: { scope: input.scope } },
    marks: [],
    idempotency: "not repeatable",
  });
  return { ...key, token: `${id}.${secret}` };
}

/** The keys of this stack, without their secrets. */
export const listApiKeys = (ctx: Context, request: PageRequest): Promise<List<ApiKey>> =>
  listPage(ctx, { index: "byUpdated", partition: KEYS_BY_UPDATE }, request, (item) => ApiKey.parse(item));

/**
 * Revokes a key for good.
 *
 * @throws NotFound  there is no such key, or it is revoked already
 */
export async function revokeApiKey(ctx: Context, id: Id<"apiKey">): Promise<void> {
  const outcome = await commit(ctx, {
    changes: [update(keyOf(id), { set: { state: "revoked" } }, equal("state", "active"))],
    audit: { action: "api-key.revoked", subject: { type: "apiKey", id } },
    marks: [],
    idempotency: "not repeatable",
  });
  if (!outcome.committed) throw new NotFound("There is no active API key with this id.");
}

/** The active key that a token belongs to, or `undefined`. */
export async function findApiKey(
  { table }: Pick<Context, "table">,
  token: string,
): Promise<ApiKey | undefined> {
  const [name, secret = ""] = token.split(".");
  const id = idOf("apiKey").safeParse(name);
  const item = id.success ? await table.get(keyOf(id.data)) : undefined;
  if (item?.["state"] !== "active") return undefined;
  const expected = Buffer.from(String(item["secretHash"]));
  return timingSafeEqual(expected, Buffer.from(hashOf(secret))) ? ApiKey.parse(item) : undefined;
}
