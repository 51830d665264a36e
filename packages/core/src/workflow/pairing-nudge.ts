import type { Context } from "../context.ts";
import type { DueMail, Wanted } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import type { PairingNudge } from "../mail.ts";
import {
  canMeet,
  meetingStates,
  nudgesFor,
  Pairing,
  pairingRef,
  type WorkingDays,
  willing,
} from "../pairing/index.ts";
import { Participant, participantRef, readyStates } from "../participant/index.ts";
import { mayBeMailed, nameOf, Person, personKey } from "../person/index.ts";
import { meetingPhases, type Programme } from "../programme/index.ts";
import { lastHeldIn, nextIn, type QuietSpell, quietSpellOf } from "../report/index.ts";
import { endOf, type Session, sessionRef } from "../session/index.ts";
import { check, equal, type Write } from "../table.ts";
import { type Instant, plus } from "../time.ts";
import { heldBack } from "./held-back.ts";
import { sessionsOfPairing } from "./pairing-sessions.ts";
import { readership } from "./reader.ts";
import { programmeLink, unsubscribeLink } from "./session-links.ts";
import { type ParticipantRead, participantUnchanged, readParticipant } from "./step-mail.ts";
import type { Verdict } from "./verdict.ts";

/** More sessions than this do not fit between two meetings that are two cadences apart. */
const MAXIMUM_CHECKS = 20;
/** Around a session its reminder and its follow-up say what matters; who is asked whether it took place has this long. */
const REMINDED_HOURS = 24;
const ASKED_HOURS = 3 * 24;

interface When {
  readonly programme: Programme;
  readonly working: WorkingDays;
  readonly now: Instant;
}

/** The nudges of a pairing as things stand; none while its programme is paused. */
export async function nudgesOf(ctx: Context, pairing: Pairing, when: When): Promise<Wanted[]> {
  if (when.programme.paused || !meetingStates.includes(pairing.state)) return [];
  return nudgesIn(pairing, await sessionsOfPairing(ctx, pairing.id), when);
}

/** The nudges of a pairing whose sessions are at hand. */
export const nudgesIn = (
  pairing: Pairing,
  sessions: readonly Session[],
  { programme, working, now }: When,
): Wanted[] => {
  const rules = { pauses: programme.pauses, working, now };
  const spell = quietSpellOf(pairing, lastHeldIn(sessions), rules);
  return programme.paused ? [] : nudgesFor(pairing, spell && apartFrom(sessions, spell));
};

/**
 * The spell with the hour at which a mail about it makes sense: not while the members are about to meet or have just
 * been asked whether they did, so that nobody is called to a session at the minute at which it begins.
 *
 * @returns undefined where that hour is after their last session: then there is nothing to call to
 */
export function apartFrom(
  sessions: readonly Pick<Session, "state" | "start" | "minutes">[],
  { since, quietFrom }: QuietSpell,
): QuietSpell | undefined {
  const open = sessions
    .filter(({ state }) => state === "planned")
    .sort((one, other) => (one.start < other.start ? -1 : 1));
  let from = quietFrom;
  for (const session of open) {
    const asked = plus(endOf(session), { hours: ASKED_HOURS });
    if (plus(session.start, { hours: -REMINDED_HOURS }) <= from && from < asked) from = asked;
  }
  const isCalledTo = from === quietFrom || open.some(({ start }) => start > from);
  return isCalledTo ? { since, quietFrom: from } : undefined;
}

/** A nudge with all that it reads. */
interface NudgeRead extends ParticipantRead {
  readonly pairing: Pairing;
  readonly others: readonly Other[];
  readonly sessions: readonly Session[];
}

interface Other {
  readonly participant: Participant;
  readonly person: Person;
}

/** Whoever has not met for too long is nudged, while the spell lasts that the mail is about and all can meet. */
export async function decideNudge(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readNudge(ctx, due);
  if (!read || !isWanted(read)) return { verdict: "unwanted" };
  const { programme, pairing, sessions } = read;
  const when = { pauses: programme.pauses, working: read.organisation, now: ctx.clock.now() };
  const quiet = quietSpellOf(pairing, lastHeldIn(sessions), when);
  const spell = quiet && apartFrom(sessions, quiet);
  // A later hour than the message's own comes from a pause or a session: the mail is derived anew for it.
  if (!spell || spell.since !== due.identity["since"] || spell.quietFrom > due.dueAt)
    return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const unchanged = unchangedIn(read, spell.since);
  return { verdict: "send", mail: await nudgeOf(ctx, read), unchanged, recipient: read };
}

async function readNudge(ctx: Context, { entity, identity }: DueMail): Promise<NudgeRead | undefined> {
  const item = await ctx.table.get(entityKey(pairingRef(entity.id as Id<"pairing">)));
  const pairing = item && Pairing.parse(item);
  const participantId = identity["participantId"] as Id<"participant">;
  const read = pairing && (await readParticipant(ctx, participantId));
  if (!pairing || !read) return undefined;
  const [others, sessions] = await Promise.all([
    othersIn(ctx, pairing, participantId),
    sessionsOfPairing(ctx, pairing.id),
  ]);
  return { ...read, pairing, others, sessions };
}

function isWanted({ pairing, programme, person, participant, mailbox, others }: NudgeRead): boolean {
  const together = [participant, ...others.map((other) => other.participant)];
  return (
    person.state === "active" &&
    mayBeMailed(mailbox, "reminders") &&
    meetingStates.includes(pairing.state) &&
    meetingPhases.includes(programme.phase) &&
    readyStates.includes(participant.state) &&
    canMeet(
      willing(pairing, ({ participantId }) =>
        together.some(({ id, state }) => id === participantId && readyStates.includes(state)),
      ),
    )
  );
}

async function nudgeOf(ctx: Context, read: NudgeRead): Promise<PairingNudge> {
  const lastMet = lastHeldIn(read.sessions);
  const next = nextIn(read.sessions, ctx.clock.now());
  return {
    kind: "pairing.nudge",
    ...readership(read.organisation, read.person),
    programme: read.programme.name,
    others: read.others.flatMap((other) => nameOf(other.person)),
    ...(lastMet && { lastMet }),
    ...(next && { next }),
    open: await programmeLink(ctx, read),
    unsubscribe: await unsubscribeLink(ctx, read, "reminders"),
  };
}

/** Checks that every unshared item stands as it was read. */
const unchangedIn = (read: NudgeRead, since: Instant): Write[] => [
  check(entityKey(pairingRef(read.pairing.id)), equal("version", read.pairing.version)),
  ...participantUnchanged(read),
  ...read.others.map(({ participant: { id, version } }) =>
    check(entityKey(participantRef(id)), equal("version", version)),
  ),
  ...stillUnheld(read.sessions, since),
];

/** Whoever says meanwhile that one of these took place ends the spell. */
const stillUnheld = (sessions: readonly Session[], since: Instant): Write[] =>
  sessions
    .filter(({ state, start }) => state !== "cancelled" && start > since)
    .sort((one, other) => (one.start < other.start ? -1 : 1))
    .slice(-MAXIMUM_CHECKS)
    .map(({ id, version }) => check(entityKey(sessionRef(id)), equal("version", version)));

async function othersIn(ctx: Context, { members }: Pairing, own: Id<"participant">): Promise<Other[]> {
  const keys = members
    .filter(({ participantId }) => participantId !== own)
    .map(({ participantId }) => entityKey(participantRef(participantId)));
  const participants = (await ctx.table.getMany(keys)).flatMap((item) =>
    item ? [Participant.parse(item)] : [],
  );
  const people = await ctx.table.getMany(participants.map(({ personId }) => personKey(personId)));
  return participants.flatMap((participant, at) => {
    const item = people[at];
    return item ? [{ participant, person: Person.parse(item) }] : [];
  });
}
