import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import type { Id } from "../ids.ts";
import { isSuppressed } from "../person/index.ts";
import type { Secrets } from "../ports.ts";
import type { Item, Key, Table } from "../table.ts";
import { heldBack } from "./held-back.ts";
import { readManagement } from "./management.ts";
import { managementUnchanged } from "./management-digest.ts";
import { plannedMail } from "./outlook.ts";
import { readership } from "./reader.ts";
import type { Decide, Verdict } from "./verdict.ts";

/** What is signed with this key opens nothing: it is none of ours, and no link of a preview knows another. */
const inert: Secrets = { capabilityKeys: async () => [{ id: "preview", secret: new Uint8Array(32) }] };

/**
 * The table as though nobody had answered a questionnaire or stopped any mails: whether somebody has is not for her
 * managers, who could else find out by what arrives. Nothing can be written through it.
 */
const impersonal = (table: Table): Table => ({
  get: async (key) => veiled(key, await table.get(key)),
  getMany: async (keys) => {
    const items = await table.getMany(keys);
    return keys.map((key, at) => veiled(key, items[at]));
  },
  query: (spec) => table.query(spec),
  write: writesNothing,
  transact: writesNothing,
});

async function writesNothing(): Promise<never> {
  throw new Error("Invariant broken: a preview writes nothing");
}

function veiled({ pk }: Key, item: Item | undefined): Item | undefined {
  if (pk.startsWith("mailbox#")) return undefined;
  return item && pk.startsWith("invitation#") ? { ...item, state: "open" } : item;
}

/**
 * A preview says what its original would say now, decided by the original's own rules; where the original is not
 * wanted any more, neither is the preview.
 *
 * @param decideAs  who decides about a kind of mail
 */
export async function decidePreview(
  ctx: Context,
  due: DueMail,
  decideAs: (kind: string) => Decide | undefined,
): Promise<Verdict> {
  const read = await readManagement(ctx, due.entity.id as Id<"management">);
  const preview = read?.management.previews.find(({ ordinal }) => ordinal === due.identity["ordinal"]);
  if (!read || !preview || isSuppressed(read.mailbox)) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const veil = { ...ctx, secrets: inert, table: impersonal(ctx.table) };
  const original = await plannedMail(ctx, read.programme, preview.dueId);
  const decided = original && (await decideAs(original.kind)?.(veil, original));
  if (!original || decided?.verdict !== "send") return { verdict: "unwanted" };
  return {
    verdict: "send",
    mail: {
      kind: "management.preview",
      ...readership(read.organisation, read.person),
      programme: read.programme.name,
      goesAt: original.dueAt,
      original: decided.mail,
    },
    unchanged: managementUnchanged(read),
    recipient: read,
  };
}
