import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import { invariant } from "../invariant.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { canMeet, meetingStates, Pairing, pairingRef } from "../pairing/index.ts";
import { Participant, participantRef, readyStates } from "../participant/index.ts";
import { Mailbox, mailboxKey, nameOf, Person, personKey } from "../person/index.ts";
import { meetingPhases, Programme, programmeRef } from "../programme/index.ts";
import {
  CalendarLine,
  CancellationReason,
  calendarLineKey,
  Session,
  SessionBefore,
  sessionRef,
} from "../session/index.ts";
import { check, equal, type Item, type Key, type Write } from "../table.ts";
import { readership, readerUnchanged } from "./reader.ts";
import { programmeLink } from "./session-links.ts";

/** All that a mail about a session reads, in as few round trips as its keys allow. */
export interface SessionRead {
  readonly session: Session;
  readonly before: SessionBefore | undefined;
  readonly cancellation: CancellationReason;
  readonly pairing: Pairing;
  readonly line: CalendarLine | undefined;
  readonly participant: Participant;
  readonly participants: readonly Participant[];
  readonly person: Person;
  readonly others: readonly Person[];
  readonly programme: Programme;
  readonly organisation: Organisation;
  readonly mailbox: Mailbox | undefined;
}

/** Reads again all that a message about a session depends on; `undefined` when its session or reader is gone. */
export async function readSession(
  ctx: Context,
  { entity, identity }: DueMail,
): Promise<SessionRead | undefined> {
  const stored = await ctx.table.get(entityKey(entity));
  if (!stored) return undefined;
  const session = Session.parse(stored);
  const { programmeId, pairingId, attendees } = session;
  const [organisation, programme, pairing, ...members] = await found(ctx, [
    entityKey(ORGANISATION),
    entityKey(programmeRef(programmeId)),
    entityKey(pairingRef(pairingId)),
    ...attendees.map(({ participantId }) => entityKey(participantRef(participantId))),
  ]);
  const participants = members.map((item) => Participant.parse(item));
  const participant = participants.find(({ id }) => id === identity["participantId"]);
  if (!participant) return undefined;
  const keys = participants.map(({ personId }) => personKey(personId));
  const people = (await found(ctx, keys)).map((item) => Person.parse(item));
  const person = people.find(({ id }) => id === participant.personId);
  if (!person) return undefined;
  const place = { sessionId: session.id, participantId: participant.id };
  const [mailbox, line] = await ctx.table.getMany([mailboxKey(person.email), calendarLineKey(place)]);
  return {
    session,
    before: SessionBefore.optional().parse(stored["before"]),
    cancellation: CancellationReason.parse(stored),
    pairing: Pairing.parse(pairing),
    line: line && CalendarLine.parse(line),
    participant,
    participants,
    person,
    others: othersAt(session, participants, people).filter((other) => other !== person),
    programme: Programme.parse(programme),
    organisation: Organisation.parse(organisation),
    mailbox: mailbox && Mailbox.parse(mailbox),
  };
}

/** Those of a session's people who come, as far as anybody has said. */
const othersAt = (
  { attendees }: Session,
  participants: readonly Participant[],
  people: readonly Person[],
): Person[] =>
  people.filter(({ id: personId }) => {
    const participant = participants.find((one) => one.personId === personId);
    return attendees.some(
      ({ participantId, state }) => participantId === participant?.id && state !== "cannot",
    );
  });

async function found(ctx: Context, keys: readonly Key[]): Promise<Item[]> {
  return (await ctx.table.getMany(keys)).map((item, at) => {
    invariant(item, `${keys[at]?.pk.split("#")[0]} that something refers to exists`);
    return item;
  });
}

/** Whether a session stands and its reader is expected there, with somebody to meet. */
export function takesPlaceWith({
  session,
  pairing,
  participant,
  participants,
  person,
  others,
  programme,
}: SessionRead): boolean {
  const attending = pairing.members.filter(({ participantId }) => {
    const member = participants.find(({ id }) => id === participantId);
    const isExpected = session.attendees.some(
      (one) => one.participantId === participantId && one.state === "expected",
    );
    const isThere = [person, ...others].some(
      ({ id, state }) => id === member?.personId && state === "active",
    );
    return isExpected && isThere && member && readyStates.includes(member.state);
  });
  return (
    meetingPhases.includes(programme.phase) &&
    session.state === "planned" &&
    meetingStates.includes(pairing.state) &&
    attending.some(({ participantId }) => participantId === participant.id) &&
    canMeet(attending)
  );
}

/** Checks that every unshared item stands as it was read. */
export function unchangedSince({ session, pairing, participants, ...reader }: SessionRead): Write[] {
  return [
    check(entityKey(sessionRef(session.id)), equal("version", session.version)),
    check(entityKey(pairingRef(pairing.id)), equal("version", pairing.version)),
    ...participants.map(({ id, version }) => check(entityKey(participantRef(id)), equal("version", version))),
    ...readerUnchanged(reader),
  ];
}

/** What every mail about a session says. */
export async function aboutSession(ctx: Context, read: SessionRead) {
  const { session, person, others, programme, organisation } = read;
  return {
    ...readership(organisation, person),
    programme: programme.name,
    myProgramme: await programmeLink(ctx, read),
    start: session.start,
    minutes: session.minutes,
    venue: session.venue,
    others: others.flatMap(nameOf),
  };
}
