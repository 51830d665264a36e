import { deriveId } from "../ids.ts";
import type { WorkingHours } from "../organisation/index.ts";
import { canMeet, type Member, type Pairing, type PlannedDate, type WorkingDays } from "../pairing/index.ts";
import { formatOf, isInPerson, isTogether, type Programme } from "../programme/index.ts";
import { existsIn, type Instant, plus, startOf, timeZoneDataVersion } from "../time.ts";
import { attendeesOf } from "./attendees.ts";
import { sessionLifecycle } from "./lifecycle.ts";
import type { Session } from "./schema.ts";
import { turnsFor } from "./turns.ts";

/** What a round of a plan is made with. */
export interface RoundRules {
  readonly programme: Pick<Programme, "format" | "rules">;
  readonly hours: WorkingHours;
  readonly working: WorkingDays;
  readonly now: Instant;
  /** Whether a member can come to a session that begins then; without, everybody can. */
  readonly comes?: ((member: Member, start: Instant) => boolean) | undefined;
}

type Planned = NonNullable<Session["planned"]>;

/**
 * One round of a pairing's plan as sessions: one with everybody, or in turn one of each mentee with the mentor. Their
 * ids come from pairing, revision and ordinal, and in turn from the mentee, so that making them again makes no others.
 *
 * @param attending  the members who meet now
 * @param known  sessions that exist; a turn that one of them has is given to nobody else
 */
export function sessionsOfRound(
  pairing: Pairing,
  { ordinal, localStart }: PlannedDate,
  { attending, known, ...round }: RoundRules & { attending: readonly Member[]; known: readonly Session[] },
): Session[] {
  const planned = { revision: pairing.planRevision, ordinal };
  const { programme, now } = round;
  const venue =
    formatOf(programme).meets === "both" && isInPerson(programme.rules, ordinal)
      ? (pairing.inPersonVenue ?? pairing.venue)
      : pairing.venue;
  const make = (planned: Planned, start: PlannedDate["localStart"], members: readonly Member[]): Session =>
    sessionAt({ ...pairing, venue }, { planned, localStart: start, now }, members);
  const areTogether = formatOf(programme).sessions === "together" || isTogether(programme.rules, ordinal);
  if (areTogether) return canMeet(attending) ? [make(planned, localStart, attending)] : [];
  const same = known.filter(
    (one) => one.planned?.revision === planned.revision && one.planned.ordinal === ordinal,
  );
  const mentors = attending.filter(({ teaches }) => teaches);
  const waiting = attending.filter(
    ({ learns, participantId }) => learns && !same.some((one) => one.planned?.menteeId === participantId),
  );
  const minutes = pairing.plan.minutes;
  if (mentors.length === 0 || waiting.length === 0) return [];
  const startIn = (turn: PlannedDate["localStart"]): Instant => startOf(turn, pairing.zone);
  const turns = turnsFor(localStart, waiting, {
    ...round,
    minutes,
    isFree: (turn) =>
      existsIn(turn, pairing.zone) && !same.some((one) => overlaps(one, startIn(turn), minutes)),
    comes: (mentee, turn) =>
      [...mentors, mentee].every((member) => round.comes?.(member, startIn(turn)) ?? true),
  });
  return waiting.flatMap((mentee, at) => {
    const start = turns[at];
    const menteeId = mentee.participantId;
    return start ? [make({ ...planned, menteeId }, start, [...mentors, mentee])] : [];
  });
}

const overlaps = (session: Pick<Session, "start" | "minutes">, start: Instant, minutes: number): boolean =>
  start < plus(session.start, { minutes: session.minutes }) && session.start < plus(start, { minutes });

function sessionAt(
  pairing: Pairing,
  { planned, localStart, now }: { planned: Planned; localStart: PlannedDate["localStart"]; now: Instant },
  members: readonly Member[],
): Session {
  const { revision, ordinal, menteeId } = planned;
  return {
    id: deriveId("session", pairing.id, revision, ordinal, ...(menteeId ? [menteeId] : [])),
    pairingId: pairing.id,
    programmeId: pairing.programmeId,
    planned,
    localStart,
    zone: pairing.zone,
    start: startOf(localStart, pairing.zone),
    scheduledAt: now,
    timeZoneData: timeZoneDataVersion,
    minutes: pairing.plan.minutes,
    venue: pairing.venue,
    attendees: attendeesOf(members),
    state: sessionLifecycle.initial,
    sequence: 0,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
