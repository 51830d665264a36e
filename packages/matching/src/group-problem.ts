import type { Assignment, Objective } from "./problem.ts";

/** What a matching of groups may be asked for. */
export interface GroupOptions {
  readonly objective?: Objective;
  /** A left node is in no pair, or in as many as this, or in more up to its capacity. */
  readonly leftMinimum: number;
}

/**
 * Groups of no fewer than the smallest size. To find the best is NP-hard, so the certificate says what is proven: that
 * there are none better, or how much better the best could be at most.
 */
export interface GroupAssignment extends Omit<Assignment, "certificate"> {
  readonly leftMinimum: number;
  readonly certificate: GroupCertificate;
}

/** No groups are better than `bound`, compared in the order in which it stands: pairs, weakest pair (with `fair`), sum. */
export interface GroupCertificate {
  readonly bound: Pick<Assignment, "matched" | "weakestScore" | "totalScore">;
  /** Whether the search was brought to its end, so that the bound is reached. */
  readonly isProven: boolean;
  /** The best without a smallest size, with its own proof: no groups are better than this in any case. */
  readonly relaxed: Assignment;
  /** How many assignments were solved, and how many there may be. */
  readonly solved: number;
  readonly limit: number;
}
