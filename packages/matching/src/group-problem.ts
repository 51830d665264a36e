import type { Assignment, Objective } from "./problem.ts";

/** What a matching of groups may be asked for. */
export interface GroupOptions {
  readonly objective?: Objective;
  /** A left node is in no pair, or in as many as this, or in more up to its capacity. At least 1. */
  readonly leftMinimum: number;
  /** 1 for each left node that has a group already, and so may be in any number of pairs; without, none has. */
  readonly begun?: Uint8Array | undefined;
  /** How many assignments the search may solve, at most `MAXIMUM_SOLVED`; without, what takes some seconds. */
  readonly limit?: number;
}

/**
 * Groups of no fewer than the smallest size. To find the best is NP-hard, so the certificate says what is proven: that
 * there are none better, or how much better the best could be at most.
 */
export interface GroupAssignment extends Omit<Assignment, "certificate"> {
  readonly leftMinimum: number;
  readonly begun?: Uint8Array | undefined;
  readonly certificate: GroupCertificate;
}

/** No groups are better than `bound`, compared in the order in which it stands; `weakestScore` only with `fair`. */
export interface GroupCertificate {
  readonly bound: Pick<Assignment, "matched" | "weakestScore" | "totalScore">;
  /** Whether the groups reach the bound: then there are none better. */
  readonly isProven: boolean;
  /**
   * The best without a smallest size, with its own proof: no groups are better than this in any case. A bound that is
   * lower is what the search has found, and can be checked only by searching again.
   */
  readonly relaxed: Assignment;
  /** How many assignments were solved, and how many might have been. */
  readonly solved: number;
  readonly limit: number;
}

/** In how many pairs a left node is at least, unless in none. */
export const leastFor = (
  { leftMinimum, begun }: Pick<GroupOptions, "leftMinimum" | "begun">,
  left: number,
): number => (begun?.[left] === 1 ? 1 : leftMinimum);

/** The most assignments that one search may solve. */
export const MAXIMUM_SOLVED = 10_000;
