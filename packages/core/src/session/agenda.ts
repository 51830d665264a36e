import { z } from "zod";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { partitionOf } from "../entity.ts";
import { stale } from "../errors.ts";
import { type Id, idOf } from "../ids.ts";
import { readPairing } from "../pairing/index.ts";
import { readProgramme } from "../programme/index.ts";
import { absent, equal, type Key, put } from "../table.ts";
import { LocalText, Paragraphs } from "../text.ts";
import { ActionItem } from "./action-item.ts";
import { attendeeWhoActs } from "./attendee-who-acts.ts";
import { getSession } from "./get.ts";
import { sessionRef } from "./items.ts";
import { openActionItems } from "./list-action-items.ts";
import { titledTopics } from "./topics.ts";
import { writtenBy } from "./writers.ts";

const base = z.object({
  mainTopic: Paragraphs.describe("What the session is about"),
  discussion: Paragraphs.describe("Questions to talk about afterwards"),
});
export const AgendaChange = z.strictObject(base.shape);
export type AgendaChange = z.infer<typeof AgendaChange>;

/**
 * The three parts of a session: what was agreed before, its main topic, discussion and questions. Stored apart
 * from the session, because only those who meet read it, with its writers: `pk = session#<id>`, `sk = AGENDA`.
 */
export const Agenda = base
  .extend({
    topics: z
      .array(
        z.object({
          competenceId: idOf("competence"),
          title: LocalText,
          teacherId: idOf("participant").describe("Who teaches it"),
        }),
      )
      .describe("What the pairing's goals suggest as the main topic; among peers one in each direction"),
    followUp: z.array(ActionItem).describe("What they have agreed and not done yet"),
    version: z.number().int().describe("0 until somebody has written it"),
  })
  .meta({ id: "Agenda" });
export type Agenda = z.infer<typeof Agenda>;

export const agendaKey = (id: Id<"session">): Key => ({ pk: partitionOf(sessionRef(id)), sk: "AGENDA" });

interface Place {
  readonly id: Id<"session">;
  readonly by?: Id<"participant">;
}

/**
 * The agenda of a session: its first part filled in from the open action items of the pairing, and its main topic
 * suggested by the pairing's goals.
 *
 * @throws NotFound  there is no such session, or the actor was not expected at it
 */
export async function getAgenda(ctx: Context, { id, by }: Place): Promise<Agenda> {
  const session = await getSession(ctx, id);
  attendeeWhoActs(ctx, session, by);
  const [stored, open, pairing, programme] = await Promise.all([
    ctx.table.get(agendaKey(id)),
    openActionItems(ctx, session.pairingId),
    readPairing(ctx, session.pairingId),
    readProgramme(ctx, session.programmeId),
  ]);
  const topics = await titledTopics(ctx, programme, pairing, session);
  const followUp = open.filter(({ sessionId }) => sessionId !== id);
  const { mainTopic, discussion, version } = stored ?? { mainTopic: "", discussion: "", version: 0 };
  return Agenda.parse({ mainTopic, discussion, version, followUp, topics });
}

/**
 * Writes the main topic and the questions of a session; whoever meets may.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such session, or the actor was not expected at it
 * @throws PreconditionFailed  the other has written meanwhile
 */
export async function writeAgenda(
  ctx: Context,
  { id, by, version, change }: Place & { version: number; change: AgendaChange },
): Promise<Agenda> {
  const writer = attendeeWhoActs(ctx, await getSession(ctx, id), by);
  const written = writtenBy(await ctx.table.get(agendaKey(id)), writer);
  const outcome = await commit(ctx, {
    changes: [
      put(
        { ...agendaKey(id), schemaVersion: 1, ...change, ...written, version: version + 1 },
        version === 0 ? absent : equal("version", version),
      ),
    ],
    audit: { action: "session.agenda-written", subject: sessionRef(id) },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return getAgenda(ctx, { id, ...(by && { by }) });
  throw stale("agenda");
}
