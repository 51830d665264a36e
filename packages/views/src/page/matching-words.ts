import type { MatchingRun, Seat } from "@viceversa/core/matching/index.ts";
import type { CriterionName } from "@viceversa/core/programme/index.ts";
import type { PairOrder } from "@viceversa/core/workflow/opened-matching.ts";

export type Obstacle = keyof Seat["obstacles"];

/** What the page of a proposal says. */
export interface MatchingWords {
  readonly title: (programme: string) => string;
  readonly about: string;
  readonly none: string;
  /** How a run stands and what follows. */
  readonly state: Record<MatchingRun["state"], string>;
  readonly begun: (at: string) => string;
  readonly figures: {
    readonly pairs: (count: number) => string;
    readonly locked: (count: number) => string;
    readonly byHand: (count: number) => string;
    readonly unmatched: (mentors: number, mentees: number) => string;
    readonly unmatchedPeers: (count: number) => string;
    readonly published: (published: number, skipped: number) => string;
  };
  readonly proof: string;
  readonly dropped: string;
  readonly distribution: string;
  /** The scores of a step of ten. */
  readonly step: (from: number, to: number) => string;
  readonly pairsOf: (count: number) => string;
  readonly pairs: string;
  readonly noPairs: string;
  readonly order: Record<PairOrder, string>;
  /** Two by name who both teach and learn, or a mentor and a mentee. */
  readonly peers: (one: string, other: string) => string;
  readonly couple: (mentor: string, mentee: string) => string;
  readonly score: (points: number) => string;
  readonly points: (points: number) => string;
  readonly locked: string;
  readonly byHand: string;
  readonly publication: Record<"published" | "skipped", string>;
  /** No date was found for a pair. */
  readonly noDate: string;
  readonly warnings: string;
  readonly since: string;
  readonly why: string;
  readonly gone: string;
  /** What each criterion is called beside its bar. */
  readonly criteria: Record<CriterionName, string>;
  readonly unmatched: string;
  readonly allMatched: string;
  readonly role: Record<Seat["role"], string>;
  readonly obstacles: Record<Obstacle, string>;
  /** For how many of the other side a reason stands. */
  readonly others: (count: number, role: Seat["role"]) => string;
  readonly takenOut: string;
  readonly page: (page: number, pages: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly earlier: string;
  readonly earlierOf: (at: string) => string;
  readonly current: string;
}
