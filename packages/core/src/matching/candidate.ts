import type { Id } from "../ids.ts";
import type { WorkingHours } from "../organisation/index.ts";
import type { ParticipantState, Profile } from "../participant/index.ts";
import type { Format, MatchingRules } from "../programme/index.ts";
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

/** A mentor and a mentee of one programme. */
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
  readonly sessionMinutes: number;
  readonly workingHours: WorkingHours;
  /** 1 is Monday, 7 is Sunday. */
  readonly workingDays: readonly number[];
  /** Zones stand to one another as at this instant. */
  readonly at: Instant;
}

/** A pair as one word. */
export const pairName = ({ mentorId, menteeId }: PairIds): string => `${mentorId}#${menteeId}`;
