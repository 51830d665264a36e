import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import { invariant } from "../invariant.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { Participant, participantRef } from "../participant/index.ts";
import { Mailbox, mailboxKey, mayBeMailed, Person, personKey } from "../person/index.ts";
import { Programme, programmeRef } from "../programme/index.ts";
import { Session } from "../session/index.ts";
import { absent, check, equal, type Item, type Key, type Write } from "../table.ts";
import type { Verdict } from "./verdict.ts";

/** The class that a person can stop: session reminders. */
const REMINDERS = "reminders";

/** All that a reminder reads, in as few round trips as its keys allow. */
interface Read {
  readonly session: Session;
  readonly participant: Participant;
  readonly person: Person;
  readonly others: readonly Person[];
  readonly programme: Programme;
  readonly organisation: Organisation;
  readonly mailbox: Mailbox | undefined;
}

/** A reminder is wanted while its session stands at the hour that it is about, and its reader is expected there. */
export async function reminderStillWanted(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readAgain(ctx, due);
  if (!read || !wanted(read, due)) return { verdict: "unwanted" };
  if (due.dueAt < read.organisation.notBefore) return { verdict: "stale" };
  if (read.organisation.sending === "off" || read.programme.paused) return { verdict: "hold" };
  return { verdict: "send", mail: reminderOf(read), unchanged: unchanged(read) };
}

function wanted({ session, participant, mailbox }: Read, { identity }: DueMail): boolean {
  const attendee = session.attendees.find(({ participantId }) => participantId === participant.id);
  const takesPart = participant.state === "prepared" || participant.state === "active";
  return (
    session.state === "planned" &&
    session.start === identity["start"] &&
    attendee?.state === "expected" &&
    takesPart &&
    mayBeMailed(mailbox, REMINDERS)
  );
}

async function readAgain(ctx: Context, { entity, identity }: DueMail): Promise<Read | undefined> {
  const stored = await ctx.table.get(entityKey(entity));
  if (!stored) return undefined;
  const session = Session.parse(stored);
  const shared = [entityKey(ORGANISATION), entityKey(programmeRef(session.programmeId))];
  const attendees = session.attendees.map(({ participantId }) => entityKey(participantRef(participantId)));
  const [organisation, programme, ...participants] = await found(ctx, [...shared, ...attendees]);
  const members = participants.map((item) => Participant.parse(item));
  const participant = members.find(({ id }) => id === identity["participantId"]);
  if (!participant) return undefined;
  const people = (
    await found(
      ctx,
      members.map(({ personId }) => personKey(personId)),
    )
  ).map((item) => Person.parse(item));
  const person = people.find(({ id }) => id === participant.personId);
  if (!person) return undefined;
  const mailbox = await ctx.table.get(mailboxKey(person.email));
  return {
    session,
    participant,
    person,
    others: people.filter((other) => other !== person),
    programme: Programme.parse(programme),
    organisation: Organisation.parse(organisation),
    mailbox: mailbox && Mailbox.parse(mailbox),
  };
}

async function found(ctx: Context, keys: readonly Key[]): Promise<Item[]> {
  return (await ctx.table.getMany(keys)).map((item, at) => {
    invariant(item, `${keys[at]?.pk.split("#")[0]} that something refers to exists`);
    return item;
  });
}

function unchanged({ session, participant, person, mailbox }: Read): Write[] {
  const key = mailboxKey(person.email);
  return [
    check(entityKey({ type: "session", id: session.id }), equal("version", session.version)),
    check(entityKey(participantRef(participant.id)), equal("version", participant.version)),
    check(key, mailbox ? equal("version", mailbox.version) : absent),
  ];
}

function reminderOf({
  session,
  person,
  others,
  programme,
  organisation,
}: Read): Extract<Verdict, { verdict: "send" }>["mail"] {
  const { name, brandColour, contact, locale, zone } = organisation;
  return {
    kind: "session.reminder",
    sender: { organisation: name, brandColour, contact },
    reader: {
      name: person.name,
      email: person.email,
      locale: person.locale ?? locale,
      zone: person.zone ?? zone,
    },
    programme: programme.name,
    start: session.start,
    minutes: session.minutes,
    venue: session.venue,
    others: others.map((other) => other.name),
  };
}
