import { type Competence, getCompetences } from "../competence/index.ts";
import type { Context } from "../context.ts";
import { entityKey, partitionOf } from "../entity.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import type { LinkToken, Meeting } from "../mail.ts";
import { everyItem } from "../page.ts";
import { hasEnded, PAIRING_POINTER, Pairing, pairingRef, willing } from "../pairing/index.ts";
import { Profile, participantRef, profileKey } from "../participant/index.ts";
import type { ParticipantMailClass } from "../person/index.ts";
import { openActionItems, SESSION_POINTER, Session, sessionRef, titledTopics } from "../session/index.ts";
import type { Item } from "../table.ts";
import type { LocalDate } from "../time.ts";
import { type OpenedParticipation, openParticipation } from "./opened-participation.ts";
import { membersOf, othersOf, type PairingMember } from "./pairing-members.ts";
import { cannotComeLink, preferencesLink, unsubscribeLink } from "./session-links.ts";

/** The session that comes next. */
export interface NextSession extends Meeting {
  readonly others: readonly string[];
  readonly cannotCome: LinkToken;
  /** What it is to be about, by title; among peers what each teaches. */
  readonly topics: readonly { readonly title: Competence["title"]; readonly by: string | undefined }[];
}

/** What is agreed and not done yet. */
export interface Agreed {
  readonly text: string;
  /** Who does it, by name; absent when it is the reader herself. */
  readonly by?: string;
  readonly dueOn?: LocalDate;
}

/** A programme as its participant looks at it: what comes next, what it is for, and whom to reach. */
export interface OpenedProgramme extends OpenedParticipation {
  readonly nextSession?: NextSession;
  /** What she wants to learn, the most important first, and what she teaches; by title, without levels. */
  readonly wants: readonly Competence["title"][];
  readonly offers: readonly Competence["title"][];
  readonly agreed: readonly Agreed[];
  /** Whom she meets. */
  readonly partners: readonly { readonly name: string; readonly email: string }[];
  /** Her pairings, with the names of those in them. */
  readonly pairings: readonly { readonly id: Id<"pairing">; readonly others: readonly string[] }[];
  /** Which mails she gets, and when. */
  readonly preferences: LinkToken;
  /** Where each class of mails is stopped. */
  readonly unsubscribe: Readonly<Record<ParticipantMailClass, LinkToken>>;
}

/** A pairing that meets, with those who are in it. */
interface Meets {
  readonly pairing: Pairing;
  readonly members: readonly PairingMember[];
}

/**
 * Opens "my programme" for whom its link was mailed to; changes nothing.
 *
 * @throws NotFound  she is not in the programme or the directory any more
 */
export async function openProgramme(ctx: Context, id: Id<"participant">): Promise<OpenedProgramme> {
  const [opened, meets, profile] = await Promise.all([
    openParticipation(ctx, id),
    meetsOf(ctx, id),
    ctx.table.get(profileKey(id)),
  ]);
  const [nextSession, agreed, topics, reminders, questionnaires, preferences] = await Promise.all([
    nextSessionOf(ctx, opened, meets),
    agreedIn(ctx, id, meets),
    wishesOf(ctx, profile),
    unsubscribeLink(ctx, opened, "reminders"),
    unsubscribeLink(ctx, opened, "questionnaires"),
    preferencesLink(ctx, opened),
  ]);
  const partners = meets.flatMap(({ members }) => othersOf(members, id));
  return {
    ...opened,
    ...topics,
    ...(nextSession && { nextSession }),
    agreed,
    partners: partners.map(({ person: { name, email } }) => ({ name, email })),
    pairings: meets.map(({ pairing, members }) => ({
      id: pairing.id,
      others: othersOf(members, id).map(({ person }) => person.name),
    })),
    preferences,
    unsubscribe: { reminders, questionnaires },
  };
}

/** Her pairings that have been agreed and have not ended, with those who have said yes. */
async function meetsOf(ctx: Context, id: Id<"participant">): Promise<Meets[]> {
  const query = { partition: partitionOf(participantRef(id)), sort: { beginsWith: PAIRING_POINTER } };
  const pointers = await everyItem(ctx, query);
  const items = await ctx.table.getMany(pointers.map((pointer) => entityKey(pairingRef(pairingIn(pointer)))));
  const pairings = items
    .flatMap((item) => (item ? [Pairing.parse(item)] : []))
    .filter((pairing) => pairing.state !== "proposed" && !hasEnded(pairing) && pairing.accepted.includes(id));
  return Promise.all(
    pairings.map(async (pairing) => ({
      pairing,
      members: await membersOf(ctx, { members: willing(pairing) }),
    })),
  );
}

/** Only pairings write these pointers, each with its own id. */
const pairingIn = (pointer: Item) => pointer["pairingId"] as Id<"pairing">;

/** Only sessions write these pointers, each with its own id. */
const sessionIn = (pointer: Item) => pointer["sessionId"] as Id<"session">;

/** The first session to come that she is expected at. */
async function nextSessionOf(
  ctx: Context,
  { participant, programme }: OpenedParticipation,
  meets: readonly Meets[],
): Promise<NextSession | undefined> {
  const queries = meets.map(({ pairing }) => ({
    partition: partitionOf(pairingRef(pairing.id)),
    sort: { beginsWith: SESSION_POINTER },
  }));
  const pointers = (await Promise.all(queries.map((query) => everyItem(ctx, query)))).flat();
  const items = await ctx.table.getMany(pointers.map((pointer) => entityKey(sessionRef(sessionIn(pointer)))));
  const [session] = items
    .flatMap((item) => (item ? [Session.parse(item)] : []))
    .filter(({ state, start }) => state === "planned" && start > ctx.clock.now())
    .filter(({ attendees }) => attendees.some((one) => isExpected(one, participant.id)))
    .sort((one, other) => (one.start < other.start ? -1 : 1));
  if (!session) return undefined;
  const { start, minutes, venue, attendees, pairingId } = session;
  const meeting = meets.find(({ pairing }) => pairing.id === pairingId);
  invariant(meeting, "a session was found by its pairing");
  const others = othersOf(meeting.members, participant.id).filter(({ participantId }) =>
    attendees.some((one) => isExpected(one, participantId)),
  );
  const topics = await titledTopics(ctx, programme, meeting.pairing, session);
  const nameOf = (id: Id<"participant">): string | undefined =>
    others.find(({ participantId }) => participantId === id)?.person.name;
  return {
    topics: topics.map(({ title, teacherId }) => ({ title, by: nameOf(teacherId) })),
    start,
    minutes,
    venue,
    others: others.map((other) => other.person.name),
    cannotCome: await cannotComeLink(ctx, { session, participant }),
  };
}

const isExpected = ({ participantId, state }: Session["attendees"][number], id: Id<"participant">): boolean =>
  participantId === id && state === "expected";

/** What her pairings have agreed and not done yet. */
async function agreedIn(ctx: Context, id: Id<"participant">, meets: readonly Meets[]): Promise<Agreed[]> {
  const each = meets.map(async ({ pairing, members }) => {
    const items = await openActionItems(ctx, pairing.id);
    return items.map(({ text, ownerId, dueOn }): Agreed => {
      const owner = othersOf(members, id).find(({ participantId }) => participantId === ownerId);
      return { text, ...(owner && { by: owner.person.name }), ...(dueOn && { dueOn }) };
    });
  });
  return (await Promise.all(each)).flat();
}

/** What she wants and offers, by title. */
async function wishesOf(
  ctx: Context,
  stored: Item | undefined,
): Promise<Pick<OpenedProgramme, "wants" | "offers">> {
  if (!stored) return { wants: [], offers: [] };
  const { wants, offers } = Profile.parse(stored);
  const byPriority = wants.toSorted((one, other) => one.priority - other.priority);
  const found = await getCompetences(
    ctx,
    [...wants, ...offers].map(({ competenceId }) => competenceId),
  );
  const titlesOf = (of: readonly { readonly competenceId: Competence["id"] }[]) =>
    of.flatMap(({ competenceId }) => found.get(competenceId)?.title ?? []);
  return { wants: titlesOf(byPriority), offers: titlesOf(offers) };
}
