import type { Context } from "../../context.ts";
import type { Id } from "../../ids.ts";
import {
  type ActionItem,
  Agenda,
  actionItemKey,
  actionItemsOf,
  agendaKey,
  Note,
  type NoteKind,
  noteKey,
  writersOf,
} from "../../session/index.ts";
import { type Item, type Key, remove } from "../../table.ts";
import type { Holding } from "./holding.ts";
import type { Holdings } from "./schema.ts";
import { ofEach, type Traces } from "./traces.ts";

/**
 * What she has written with those whom she met: agendas, notes, action items. Neither a manager nor an administrator
 * reads it otherwise, so only an export that she asks for herself tells it. A text that several have written is
 * hers as well, and goes with her; what others alone have written is theirs.
 */
export const writingsHolding: Holding<Holdings["writings"]> = {
  async read(ctx, traces, asker) {
    if (asker !== "herself") return { agendas: [], notes: [], actionItems: [] };
    const found = await writtenBy(ctx, traces);
    return {
      agendas: found.flatMap((one) => (one.what === "agenda" ? [one.agenda] : [])),
      notes: found.flatMap((one) => (one.what === "note" ? [one.note] : [])),
      actionItems: found.flatMap((one) => (one.what === "action item" ? [one.actionItem] : [])),
    };
  },
  async erase(ctx, traces) {
    for (const { key } of await writtenBy(ctx, traces)) await ctx.table.write(remove(key));
  },
};

type Writings = Holdings["writings"];
type Written = { readonly key: Key } & (
  | { readonly what: "agenda"; readonly agenda: Writings["agendas"][number] }
  | { readonly what: "note"; readonly note: Writings["notes"][number] }
  | { readonly what: "action item"; readonly actionItem: ActionItem }
);

async function writtenBy(ctx: Context, { participants, pairings, sessions }: Traces): Promise<Written[]> {
  const own = new Set(participants.map(({ id }) => id));
  const [inSessions, agreed] = await Promise.all([
    ofEach(sessions, ({ id, attendees }) => writtenIn(ctx, id, { own, attendees })),
    ofEach(pairings, ({ id }) => agreedIn(ctx, id, own)),
  ]);
  return [...inSessions, ...agreed];
}

type Own = ReadonlySet<Id<"participant">>;

const isHers = (item: Item, own: Own): boolean => writersOf(item).some((writer) => own.has(writer));

async function writtenIn(
  ctx: Context,
  sessionId: Id<"session">,
  { own, attendees }: { own: Own; attendees: Traces["sessions"][number]["attendees"] },
): Promise<Written[]> {
  const herself = attendees.flatMap(({ participantId: id }) => (own.has(id) ? [id] : []));
  const keys = {
    agenda: agendaKey(sessionId),
    notes: herself.flatMap((writer) =>
      (["shared", "private"] as const).map((kind) => ({
        kind,
        key: noteKey({ id: sessionId, kind }, writer),
      })),
    ),
  };
  const [agenda, ...notes] = await ctx.table.getMany([keys.agenda, ...keys.notes.map(({ key }) => key)]);
  return [
    ...(agenda && isHers(agenda, own) ? [agendaOf(sessionId, agenda)] : []),
    ...keys.notes.flatMap(({ kind, key }, at) => {
      const item = notes[at];
      return item && isHers(item, own) ? [noteOf(sessionId, { kind, key, item })] : [];
    }),
  ];
}

function agendaOf(sessionId: Id<"session">, item: Item): Written {
  const { mainTopic, discussion } = Agenda.pick({ mainTopic: true, discussion: true }).parse(item);
  return { what: "agenda", key: agendaKey(sessionId), agenda: { sessionId, mainTopic, discussion } };
}

function noteOf(
  sessionId: Id<"session">,
  { kind, key, item }: { kind: NoteKind; key: Key; item: Item },
): Written {
  return { what: "note", key, note: { sessionId, kind, text: Note.parse(item).text } };
}

/** What was agreed and is hers to do, or in her words. */
async function agreedIn(ctx: Context, pairingId: Id<"pairing">, own: Own): Promise<Written[]> {
  const actionItems = await actionItemsOf(ctx, pairingId);
  const keys = actionItems.map(({ id }) => actionItemKey(pairingId, id));
  const items = await ctx.table.getMany(keys);
  return actionItems.flatMap((actionItem, at): Written[] => {
    const [key, item] = [keys[at], items[at]];
    if (!key || !item || !(own.has(actionItem.ownerId) || isHers(item, own))) return [];
    return [{ what: "action item", key, actionItem }];
  });
}
