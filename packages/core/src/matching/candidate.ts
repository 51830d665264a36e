import type { Id } from "../ids.ts";
import type { WorkingHours } from "../organisation/index.ts";
import type { ParticipantState, Profile } from "../participant/index.ts";
import { type Format, formatOf, type MatchingRules } from "../programme/index.ts";
import type { Instant, Zone } from "../time.ts";

/** Somebody to be matched, with all that rules and criteria look at. */
export interface Candidate {
  readonly participantId: Id<"participant">;
  readonly personId: Id<"person">;
  readonly name: string;
  readonly state: ParticipantState;
  /** Pairings that she has room for beside those that she has. */
  readonly places: number;
  readonly offers: Profile["offers"];
  readonly wants: Profile["wants"];
  /** Mentees whom she meets already as a mentor: those of her group. */
  readonly met: number;
  /** Languages that she can meet in; never empty. */
  readonly languages: readonly string[];
  readonly zone: Zone;
  /** What she has said herself; empty when she can meet whenever people work. */
  readonly availability: Profile["availability"];
  readonly interests: readonly string[];
  readonly site?: string | undefined;
  readonly department?: string | undefined;
  /** Place of her generation among the organisation's, the oldest 0. */
  readonly generation?: number | undefined;
  /** Place of her seniority among the directory's, the lowest 0. */
  readonly seniority?: number | undefined;
  /** How she likes to meet. */
  readonly prefers?: "place" | "link" | undefined;
  /** Her own assessment, from 0 to 1. */
  readonly readiness?: number | undefined;
  /** Whom she reports to, at any distance. */
  readonly line: readonly Id<"person">[];
  /** Whom she does not want to meet. */
  readonly excludes: readonly Id<"person">[];
}

/** A mentor and a mentee of one programme; or two peers, in the order of their ids. */
export interface PairIds {
  readonly mentorId: Id<"participant">;
  readonly menteeId: Id<"participant">;
}

/** Those who could be matched, and all that stands between them. */
export interface Pool {
  readonly mentors: readonly Candidate[];
  readonly mentees: readonly Candidate[];
  /** Who is paired with whom just now. */
  readonly paired: readonly PairIds[];
  /** Whose pairing has ended or was declined. */
  readonly former: readonly PairIds[];
  /** Whom a manager has kept apart. */
  readonly forbidden: readonly PairIds[];
  readonly format: Format;
  readonly rules: MatchingRules;
  /** Mentees that a new group has at least; 1 where mentors meet no groups. */
  readonly smallestGroup: number;
  readonly sessionMinutes: number;
  readonly workingHours: WorkingHours;
  /** 1 is Monday, 7 is Sunday. */
  readonly workingDays: readonly number[];
  /** Zones stand to one another as at this instant. */
  readonly at: Instant;
}

/** Two peers are one pair, whoever is named first. */
export function orderedPair(programme: { readonly format: Format }, pair: PairIds): PairIds {
  const { mentorId, menteeId } = pair;
  const isTurned = arePeers(programme) && mentorId > menteeId;
  return isTurned ? { mentorId: menteeId, menteeId: mentorId } : { mentorId, menteeId };
}

/** A pool with its sides exchanged: what is said of two peers holds whoever is named first. */
export const turned = (pool: Pool): Pool => ({ ...pool, mentors: pool.mentees, mentees: pool.mentors });

/** The two of a pair, and their places in a pool. */
export interface PlacedPair {
  readonly mentor: Candidate;
  readonly mentee: Candidate;
  readonly place: readonly [mentor: number, mentee: number];
}

/** Finds pairs in a pool; nothing where one of the two is not in it. */
export function placesIn({ mentors, mentees }: Pool): (pair: PairIds) => PlacedPair | undefined {
  const at = (side: readonly Candidate[]) =>
    new Map(side.map(({ participantId }, place) => [participantId, place]));
  const [mentorAt, menteeAt] = [at(mentors), at(mentees)];
  return ({ mentorId, menteeId }) => {
    const [one = -1, other = -1] = [mentorAt.get(mentorId), menteeAt.get(menteeId)];
    const [mentor, mentee] = [mentors[one], mentees[other]];
    return mentor && mentee && { mentor, mentee, place: [one, other] };
  };
}

/** Both orders of pairs that hold whoever is named first. */
export const bothWays = (pairs: readonly PairIds[]): PairIds[] =>
  pairs.flatMap((pair) => [pair, { mentorId: pair.menteeId, menteeId: pair.mentorId }]);

/** Whether both of a pair teach and learn: mentors and mentees of the pool are the same people. */
export const arePeers = (pool: { readonly format: Format }): boolean => formatOf(pool).gathers === "peers";

/** A pair as one word. */
export const pairName = ({ mentorId, menteeId }: PairIds): string => `${mentorId}#${menteeId}`;
