import type { LocalText } from "../text.ts";
import type { Candidate, Pool } from "./candidate.ts";

/**
 * Writes how good some mentees of a pool are for one of its mentors, from 0 to 1, into a row with one place for each
 * mentee; what stands at the others' places is nothing that counts.
 */
export type RateRow = (mentor: number, row: Float64Array, mentees: Uint32Array) => void;

/** Two people and what is to be said of them. */
export interface DescribedPair {
  readonly mentor: Candidate;
  readonly mentee: Candidate;
  readonly pool: Pool;
  /** Titles of the competences that they share. */
  readonly topics: readonly LocalText[];
}

/** What makes one pair better than another. */
export interface Criterion {
  /** Participants may read what they share; of levels, ages and readiness only managers read. */
  readonly readBy: "participants" | "managers";
  /** Who teaches whom makes a difference: of two peers it is told both ways. */
  readonly directed?: true;
  readonly rate: (pool: Pool) => RateRow;
  readonly sentence: (pair: DescribedPair) => LocalText;
}

/** What nobody knows of somebody speaks neither for her nor against her. */
export const UNKNOWN = 0.5;

/** A criterion that looks at two places at a time. */
export const byPair =
  (rate: (mentor: number, mentee: number) => number): RateRow =>
  (mentor, row, mentees) => {
    for (const mentee of mentees) row[mentee] = rate(mentor, mentee);
  };
