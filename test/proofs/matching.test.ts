import {
  matchGroups,
  matchPeers,
  solve,
  verifyCertificate,
  verifyGroups,
  verifyPeers,
} from "@viceversa/matching/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onePool, type Scores, twoSides } from "../bench/instances.ts";
import { fineScores, problems, tiedScores } from "../support/assignment.ts";
import { pools } from "../support/peers.ts";

const kinds: readonly Scores[] = ["domain", "domain in steps", "integers", "products in steps", "reals"];

describe.each(["total", "fair"] as const)("by %s, proven without a gap", (objective) => {
  it("are thousands of problems with more edges to a node than a shortlist has", () => {
    const shapes = fc.oneof(
      problems({ maximumSide: 30, maximumCapacity: 5, score: tiedScores }),
      problems({ maximumSide: 30, maximumCapacity: 3, score: fineScores }),
    );
    fc.assert(
      fc.property(shapes, (problem) => {
        expect(verifyCertificate(problem, solve(problem, { objective }))).toEqual([]);
      }),
      { numRuns: 4_000, endOnFailure: true },
    );
  });

  it("are thousands of pools of peers", () => {
    const shapes = fc.oneof(pools(40, tiedScores), pools(40, fineScores));
    fc.assert(
      fc.property(shapes, (pool) => {
        expect(verifyPeers(pool, matchPeers(pool, { objective }))).toEqual([]);
      }),
      { numRuns: 2_000, endOnFailure: true },
    );
  });

  it.each(kinds)("are 1,000 and 1,000 people with scores like %s, and groups of 300 and 1,000", (scores) => {
    const pairs = twoSides({ lefts: 1_000, rights: 1_000 }, scores, 7);
    expect(verifyCertificate(pairs, solve(pairs, { objective }))).toEqual([]);
    const seats = twoSides({ lefts: 300, rights: 1_000, seats: 4 }, scores, 7);
    expect(verifyCertificate(seats, solve(seats, { objective }))).toEqual([]);
    expect(verifyGroups(seats, matchGroups(seats, { objective, leftMinimum: 3, limit: 10 }))).toEqual([]);
  });

  it.each(kinds)("are 600 peers with scores like %s", (scores) => {
    const pool = onePool(600, scores, 7);
    expect(verifyPeers(pool, matchPeers(pool, { objective }))).toEqual([]);
  });
});
