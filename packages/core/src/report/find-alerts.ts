import type { Id } from "../ids.ts";
import type { Rematching } from "../matching/index.ts";
import { NUDGE_DAYS } from "../pairing/index.ts";
import { hasLeft, openSteps, type Participant, readyStates } from "../participant/index.ts";
import type { Programme } from "../programme/index.ts";
import type { Session } from "../session/index.ts";
import type { Locale } from "../text.ts";
import { epochOf, type Instant, plus } from "../time.ts";
import type { Alert, AlertCode } from "./alert.ts";
import { alertWords, lowResponseWords, rematchNeededWords, rematchProposedWords } from "./alert-words.ts";
import type { PairingHealth } from "./pairing-health.ts";

const DAY = 24 * 3_600_000;

/** Somebody who was reminded of a step some days after it had come is left as long again. */
const STEP_DAYS = 8;
/** A working week. */
const DECISION_DAYS = 5;
/** Matching comes in rounds: whoever waits longer than this was left over by one. */
const UNMATCHED_DAYS = 14;
/** How long before its end a wave is looked at, and below which share of answers it is told. */
const CLOSING_DAYS = 3;
const LOW_SHARE = 0.5;

/** A participant with what of her directory entry and her address an alert needs. */
export interface WatchedParticipant {
  readonly participant: Participant;
  readonly name: string;
  /** Since when no mail reaches her; absent while mails do. */
  readonly closedSince?: Instant;
}

/** An open wave with how many have answered. */
export interface WatchedWave {
  readonly id: Id<"wave">;
  readonly title: Record<Locale, string>;
  readonly closesAt: Instant;
  readonly invited: number;
  readonly answered: number;
}

/** All that alerts are derived from. */
export interface Situation {
  readonly now: Instant;
  readonly phase: Programme["phase"];
  readonly participants: readonly WatchedParticipant[];
  readonly pairings: readonly PairingHealth[];
  readonly sessions: readonly Session[];
  readonly rematching: Rematching;
  readonly waves: readonly WatchedWave[];
}

const later = (instant: Instant, days: number): Instant => plus(instant, { hours: days * 24 });
const daysBetween = (from: Instant, to: Instant): number =>
  Math.max(1, Math.floor((epochOf(to) - epochOf(from)) / DAY));

/** What needs the manager as things stand. */
export function findAlerts(situation: Situation): Alert[] {
  const { now } = situation;
  const all = [
    ...situation.participants.flatMap((one) => [...aboutAddress(one), ...aboutStep(one, situation)]),
    ...aboutPairings(situation),
    ...aboutSessions(situation),
    ...aboutRematching(situation),
    ...situation.waves.flatMap((wave) => aboutWave(wave, now)),
  ];
  return all.filter(({ since }) => since <= now);
}

function aboutAddress({ participant, name, closedSince }: WatchedParticipant): Alert[] {
  if (!closedSince || hasLeft(participant)) return [];
  return [about("address-closed", participant, alertWords["address-closed"]([name]), closedSince)];
}

/** How long a participant may stay in a state before it is a matter for the manager. */
function aboutStep({ participant, name }: WatchedParticipant, { now, phase }: Situation): Alert[] {
  const waits = waitingOf(participant, phase);
  if (!waits) return [];
  const { code, from, days } = waits;
  return [about(code, participant, alertWords[code]([name], daysBetween(from, now)), later(from, days))];
}

type StepCode = Extract<
  AlertCode,
  "application-overdue" | "preparation-overdue" | "decision-overdue" | "prepared-unmatched"
>;

function waitingOf(
  { state, since, preparation, mentorLoad, menteeLoad }: Participant,
  phase: Programme["phase"],
): { code: StepCode; from: Instant; days: number } | undefined {
  const isMatched = mentorLoad + menteeLoad > 0;
  const isMatching = phase === "matching" || phase === "running";
  if (state === "invited") return { code: "application-overdue", from: since, days: STEP_DAYS };
  if (state === "applied") return { code: "decision-overdue", from: since, days: DECISION_DAYS };
  if (state === "approved" && openSteps(preparation).length > 0)
    return { code: "preparation-overdue", from: since, days: STEP_DAYS };
  if (state === "approved") {
    const done = [preparation?.agreement?.signedAt, preparation?.readiness?.answeredAt, since];
    const from =
      done
        .flatMap((at) => at ?? [])
        .toSorted()
        .at(-1) ?? since;
    return { code: "decision-overdue", from, days: DECISION_DAYS };
  }
  if (readyStates.includes(state) && isMatching && !isMatched)
    return { code: "prepared-unmatched", from: since, days: UNMATCHED_DAYS };
  return undefined;
}

const about = (
  code: AlertCode,
  { id }: Pick<Participant, "id">,
  sentence: Alert["sentence"],
  since: Instant,
): Alert => ({ code, sentence, about: { type: "participant", id }, participants: [id], since });

/** Its members were nudged first. */
const aboutPairings = ({ now, pairings, participants }: Situation): Alert[] =>
  pairings.flatMap(({ pairingId, members, quietSince, silentSince }) => {
    if (!quietSince || !silentSince) return [];
    const names = namesOf(participants, members);
    return {
      code: "pairing-quiet" as const,
      sentence: alertWords["pairing-quiet"](names, daysBetween(silentSince, now)),
      about: { type: "pairing" as const, id: pairingId },
      participants: members,
      since: later(quietSince, NUDGE_DAYS),
    };
  });

const aboutSessions = ({ now, sessions, participants }: Situation): Alert[] =>
  sessions
    .filter(({ outcome }) => outcome?.known === "disputed")
    .map(({ id, attendees, start, updatedAt }) => {
      const members = attendees.map(({ participantId }) => participantId);
      const names = namesOf(participants, members);
      return {
        code: "session-disputed" as const,
        sentence: alertWords["session-disputed"](names, daysBetween(start, now)),
        about: { type: "session" as const, id },
        participants: members,
        since: updatedAt,
      };
    });

const hasRoom = ({ mentorCapacity, mentorLoad, menteeCapacity, menteeLoad }: Participant): boolean =>
  mentorCapacity > mentorLoad || menteeCapacity > menteeLoad;

/** People who are free again, and what was proposed for them; who has declined or asked is nobody's to read. */
function aboutRematching({ rematching: { proposed, waiting }, participants }: Situation): Alert[] {
  const free = new Set(
    participants.flatMap(({ participant }) =>
      readyStates.includes(participant.state) && hasRoom(participant) ? [participant.id] : [],
    ),
  );
  const needed = waiting.flatMap((one): Alert[] => {
    const members = one.participants.filter((id) => free.has(id));
    if (members.length === 0) return [];
    return [
      {
        code: "rematch-needed",
        sentence: rematchNeededWords(namesOf(participants, members), one.why),
        about: { type: "pairing", id: one.pairingId },
        participants: members,
        since: one.freedAt,
      },
    ];
  });
  if (!proposed) return needed;
  const { runId, after, pairs, since } = proposed;
  const sentence = rematchProposedWords(after, pairs);
  const about = { type: "matchingRun" as const, id: runId };
  return [{ code: "rematch-proposed", sentence, about, participants: [], since }, ...needed];
}

function aboutWave({ id, title, closesAt, invited, answered }: WatchedWave, now: Instant): Alert[] {
  if (closesAt <= now || answered >= invited * LOW_SHARE) return [];
  const count = daysBetween(now, closesAt);
  return [
    {
      code: "response-low",
      sentence: lowResponseWords(title, { answered, invited, count }),
      about: { type: "wave", id },
      participants: [],
      since: later(closesAt, -CLOSING_DAYS),
    },
  ];
}

function namesOf(
  participants: readonly WatchedParticipant[],
  members: readonly Id<"participant">[],
): string[] {
  return participants.flatMap(({ participant, name }) => (members.includes(participant.id) ? [name] : []));
}
