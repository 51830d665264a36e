import { z } from "zod";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { partitionOf } from "../entity.ts";
import { stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { absent, equal, type Key, put } from "../table.ts";
import { Paragraphs } from "../text.ts";
import { attendeeWhoActs } from "./attendee-who-acts.ts";
import { getSession } from "./get.ts";
import { sessionRef } from "./items.ts";
import { writtenBy } from "./writers.ts";

/** Whose a note is: both write and read the shared one, and each has a private one that nobody else reads. */
export const NoteKind = z.enum(["shared", "private"]);
export type NoteKind = z.infer<typeof NoteKind>;

export const NoteChange = z.strictObject({ text: Paragraphs });

/** Notes on a session: `pk = session#<id>`, `sk = NOTE#shared`, with its writers, or `NOTE#<participant>`. */
export const Note = z
  .object({ text: Paragraphs, version: z.number().int().describe("0 until somebody has written it") })
  .meta({ id: "Note" });
export type Note = z.infer<typeof Note>;

interface Place {
  readonly id: Id<"session">;
  readonly kind: NoteKind;
  readonly by?: Id<"participant">;
}

export const NOTE_PREFIX = "NOTE#";

export const noteKey = ({ id, kind }: Pick<Place, "id" | "kind">, writer: Id<"participant">): Key => ({
  pk: partitionOf(sessionRef(id)),
  sk: `${NOTE_PREFIX}${kind === "shared" ? "shared" : writer}`,
});

/** @throws NotFound  there is no such session, or the actor was not expected at it */
export async function getNote(ctx: Context, place: Place): Promise<Note> {
  const writer = attendeeWhoActs(ctx, await getSession(ctx, place.id), place.by);
  const { text, version } = (await ctx.table.get(noteKey(place, writer))) ?? { text: "", version: 0 };
  return Note.parse({ text, version });
}

/**
 * Writes a note anew; an empty text leaves none.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such session, or the actor was not expected at it
 * @throws PreconditionFailed  the other has written meanwhile
 */
export async function writeNote(
  ctx: Context,
  { version, text, ...place }: Place & { version: number; text: string },
): Promise<Note> {
  const writer = attendeeWhoActs(ctx, await getSession(ctx, place.id), place.by);
  const key = noteKey(place, writer);
  const written = writtenBy(await ctx.table.get(key), writer);
  const note = { text, version: version + 1 };
  const outcome = await commit(ctx, {
    changes: [
      put(
        { ...key, schemaVersion: 1, ...note, ...written },
        version === 0 ? absent : equal("version", version),
      ),
    ],
    audit: { action: "session.note-written", subject: sessionRef(place.id), facts: { kind: place.kind } },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return note;
  throw stale("note");
}
