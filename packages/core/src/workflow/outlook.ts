import { z } from "zod";
import type { Context } from "../context.ts";
import { type DueMail, dueIdOf, type Wanted } from "../due/index.ts";
import type { EntityRef } from "../entity.ts";
import { type Id, idOf } from "../ids.ts";
import { getOrganisation } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import { Pairing, pairingRef, pairingsOf, proposalsFor } from "../pairing/index.ts";
import { mailsFor, Participant, participantRef, participantsOf } from "../participant/index.ts";
import { Person, personKey } from "../person/index.ts";
import { getProgramme, meetingPhases, type Programme } from "../programme/index.ts";
import { messagesFor, SESSION_CANCELLATION, Session, sessionRef, sessionsOf } from "../session/index.ts";
import { Instant, plus } from "../time.ts";
import { invitationIdOf, invitationRef, mailsFor as mailsToInvited, Wave, wavesOf } from "../wave/index.ts";
import { audienceIn } from "./audience.ts";
import { invitationTo } from "./invite.ts";
import { nudgesIn } from "./pairing-nudge.ts";

/** How far ahead a manager looks, and the longest notice of a reminder, which is as long. */
const DAYS = 7;

/** One mail that is going out, to whom and why; nothing of what it says. */
const Outgoing = z.object({
  dueId: idOf("due")
    .optional()
    .describe("By which it can be previewed; absent until its questionnaire opens"),
  at: Instant,
  kind: z.string().describe("Kind of mail, as in the mails' own names"),
  participantId: idOf("participant"),
  name: z.string().describe("Of its reader"),
  about: z
    .object({ type: z.enum(["session", "pairing", "participant", "wave"]), id: z.string() })
    .describe("Why it goes out"),
});
export type Outgoing = z.infer<typeof Outgoing>;

/** What goes out in a programme in the days to come, as things stand now. */
export const Outlook = z
  .object({
    from: Instant,
    to: Instant,
    paused: z.boolean().describe("While the programme is paused none of it goes"),
    mails: z.array(Outgoing),
  })
  .meta({ id: "Outlook" });
export type Outlook = z.infer<typeof Outlook>;

/** Due work of one thing, with whom each of its mails is for. */
interface Source {
  readonly about: Outgoing["about"];
  readonly wanted: readonly Wanted[];
  /** What its mails hang on; absent while that does not exist yet. */
  readonly entity?: EntityRef;
  /** Where a mail does not name its reader itself. */
  readonly reader?: Id<"participant">;
}

/**
 * The mails of the next seven days. It is derived from the same state and by the same functions as what is sent;
 * whoever withdraws or moves a session meanwhile changes it.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 */
export async function outlookOf(ctx: Context, programmeId: Id<"programme">): Promise<Outlook> {
  const programme = await getProgramme(ctx, programmeId);
  const from = ctx.clock.now();
  const to = plus(from, { hours: DAYS * 24 });
  const participants = await participantsIn(ctx, programmeId);
  const [sources, names] = await Promise.all([
    sourcesOf(ctx, programme, participants),
    namesOf(ctx, participants),
  ]);
  const mails = sources
    .flatMap((source) => outgoingOf(source, names))
    .filter(({ at }) => at >= from && at < to)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return { from, to, paused: programme.paused, mails };
}

/**
 * One of the mails of an outlook, as it will be planned; `undefined` when nothing with this id goes out. A
 * cancellation is none of them: what its reason says is for the other members.
 */
export async function plannedMail(
  ctx: Context,
  programme: Programme,
  dueId: Id<"due">,
): Promise<DueMail | undefined> {
  const participants = await participantsIn(ctx, programme.id);
  const now = ctx.clock.now();
  for (const { entity, wanted } of await sourcesOf(ctx, programme, participants)) {
    const want = entity && wanted.find((one) => dueIdOf(entity, one) === dueId);
    if (!entity || want?.work !== "mail" || want.kind === SESSION_CANCELLATION || want.dueAt < now) continue;
    return { ...want, id: dueId, entity, state: "planned" };
  }
  return undefined;
}

async function sourcesOf(
  ctx: Context,
  programme: Programme,
  participants: readonly Participant[],
): Promise<Source[]> {
  const now = ctx.clock.now();
  const sessions = await sessionsIn(ctx, programme.id);
  const working = await getOrganisation(ctx);
  return [
    ...sessionSources(programme, sessions, now),
    ...(await pairingSources(ctx, sessions, { programme, working, now })),
    ...participants.map((one) => ({
      about: { type: "participant" as const, id: one.id },
      entity: participantRef(one.id),
      wanted: mailsFor(one),
      reader: one.id,
    })),
    ...(await waveSources(ctx, programme.id, participants)),
  ];
}

function outgoingOf(
  { about, wanted, reader, entity }: Source,
  names: ReadonlyMap<string, string>,
): Outgoing[] {
  return wanted.flatMap((want) => {
    const { work, kind, identity, dueAt } = want;
    const participantId = (reader ?? identity["participantId"]) as Id<"participant"> | undefined;
    const name = participantId && names.get(participantId);
    if (work !== "mail" || !participantId || !name) return [];
    const dueId = entity && dueIdOf(entity, want);
    return [{ ...(dueId && { dueId }), at: dueAt, kind, participantId, name, about }];
  });
}

const participantsIn = async (ctx: Context, id: Id<"programme">): Promise<Participant[]> =>
  (await everyItem(ctx, { index: "byProgramme", partition: participantsOf(id) })).map((item) =>
    Participant.parse(item),
  );

/** The names of a programme's participants. */
export const namesIn = async (ctx: Context, id: Id<"programme">): Promise<Map<string, string>> =>
  namesOf(ctx, await participantsIn(ctx, id));

async function namesOf(ctx: Context, participants: readonly Participant[]): Promise<Map<string, string>> {
  const people = await ctx.table.getMany(participants.map(({ personId }) => personKey(personId)));
  return new Map(
    participants.flatMap(({ id }, at) => {
      const item = people[at];
      return item ? [[id, Person.parse(item).name] as const] : [];
    }),
  );
}

const sessionsIn = async (ctx: Context, id: Id<"programme">): Promise<Session[]> =>
  (await everyItem(ctx, { index: "byProgramme", partition: sessionsOf(id) })).map((item) =>
    Session.parse(item),
  );

/** Sessions that begin soon enough for one of their mails to be due. */
function sessionSources(programme: Programme, sessions: readonly Session[], from: Instant): Source[] {
  const earliest = plus(from, { hours: -24 * DAYS });
  const latest = plus(from, { hours: 2 * 24 * DAYS });
  return sessions
    .filter(({ start }) => start >= earliest && start <= latest)
    .map((session) => ({
      about: { type: "session", id: session.id },
      entity: sessionRef(session.id),
      wanted: messagesFor(session, programme),
    }));
}

async function pairingSources(
  ctx: Context,
  sessions: readonly Session[],
  when: Parameters<typeof nudgesIn>[2],
): Promise<Source[]> {
  if (!meetingPhases.includes(when.programme.phase)) return [];
  const partition = pairingsOf(when.programme.id);
  const byPairing = Map.groupBy(sessions, ({ pairingId }) => pairingId);
  return (await everyItem(ctx, { index: "byProgramme", partition })).map((item) => {
    const pairing = Pairing.parse(item);
    const nudges = nudgesIn(pairing, byPairing.get(pairing.id) ?? [], when);
    return {
      about: { type: "pairing", id: pairing.id },
      entity: pairingRef(pairing.id),
      wanted: [...proposalsFor(pairing), ...nudges],
    };
  });
}

/**
 * Each round of a wave to each of its audience, as if all were asked as it opens and nobody answered: whose reminders
 * fall out, because she has answered or let the last one go by, is nobody's to see.
 */
async function waveSources(
  ctx: Context,
  id: Id<"programme">,
  participants: readonly Participant[],
): Promise<Source[]> {
  const items = await everyItem(ctx, { index: "byProgramme", partition: wavesOf(id) });
  return items
    .map((item) => Wave.parse(item))
    .filter(({ state }) => state === "scheduled" || state === "open")
    .flatMap((wave) =>
      audienceIn(wave, participants).map((participant) => ({
        about: { type: "wave" as const, id: wave.id },
        reader: participant.id,
        ...(wave.state === "open" && { entity: invitationRef(invitationIdOf(wave.id, participant.id)) }),
        wanted: mailsToInvited(invitationTo(wave, participant, wave.opensAt), wave.closesAt),
      })),
    );
}
