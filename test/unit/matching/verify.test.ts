import {
  type Assignment,
  type AssignmentProblem,
  type Certificate,
  type Fault,
  solve,
  verifyCertificate,
} from "@viceversa/matching/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fineScores, problemOf, problems, tiedScores } from "../../support/assignment.ts";

const medium = fc.oneof(
  problems({ maximumSide: 12, maximumCapacity: 4, score: tiedScores }),
  problems({ maximumSide: 12, maximumCapacity: 3, score: fineScores }),
);

/** Other edges under the same certificate, with their figures as they are. */
function claiming(problem: AssignmentProblem, assignment: Assignment, edges: Uint32Array): Assignment {
  const scores = Array.from(edges, (edge) => Math.round((problem.edgeScore[edge] ?? 0) * 1_000_000));
  return {
    ...assignment,
    edges,
    matched: edges.length,
    totalScore: scores.reduce((sum, score) => sum + score, 0) / 1_000_000,
    weakestScore: scores.length === 0 ? null : Math.min(...scores) / 1_000_000,
  };
}

/** Whether two assignments are equally good. */
const isAsGood = (one: Assignment, other: Assignment): boolean =>
  one.matched === other.matched &&
  one.totalScore === other.totalScore &&
  (one.objective === "total" || one.weakestScore === other.weakestScore);

const kindsOf = (faults: readonly Fault[]): string[] => [...new Set(faults.map(({ what }) => what))];

describe.each(["total", "fair"] as const)("the proof of an assignment by %s", (objective) => {
  it("stands for another assignment exactly when that is as good", () => {
    const withOther = medium.chain((problem) =>
      fc.tuple(
        fc.constant(problem),
        fc.array(fineScores, { minLength: problem.edgeScore.length, maxLength: problem.edgeScore.length }),
        fc.boolean(),
      ),
    );
    fc.assert(
      fc.property(withOther, ([problem, otherScores, isDropping]) => {
        const best = solve(problem, { objective });
        const other = solve({ ...problem, edgeScore: Float64Array.from(otherScores) });
        const edges = isDropping ? other.edges.slice(1) : other.edges;
        const claim = claiming(problem, best, edges);
        expect(verifyCertificate(problem, claim).length === 0).toBe(isAsGood(claim, best));
      }),
      { numRuns: 300 },
    );
  });

  it("proves nothing but the best, whatever is changed in its prices and covers", () => {
    const changes = fc.array(
      fc.record({ place: fc.nat(), by: fc.constantFrom(-1_000_000, -250_000, -1, 1, 250_000, 1_000_000) }),
      { maxLength: 4 },
    );
    const withChanges = medium.chain((problem) => fc.tuple(fc.constant(problem), changes, changes, fc.nat()));
    fc.assert(
      fc.property(withChanges, ([problem, left, right, start]) => {
        const best = solve(problem, { objective });
        const edges = greedyFrom(problem, start);
        const claim = claiming(problem, withPrices(best, left, right), edges);
        const isProven = verifyCertificate(problem, claim).length === 0;
        if (isProven) expect(isAsGood(claim, best)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** Some possible assignment: the edges from a place on, as long as there is room. */
function greedyFrom(problem: AssignmentProblem, start: number): Uint32Array {
  const left = Array.from(problem.leftCapacities);
  const right = Array.from(problem.rightCapacities);
  const count = problem.edgeScore.length;
  const chosen: number[] = [];
  for (let step = 0; step < count; step += 1) {
    const edge = (start + step) % count;
    const [from, to] = [problem.edgeLeft[edge] ?? 0, problem.edgeRight[edge] ?? 0];
    if (left[from] === 0 || right[to] === 0) continue;
    left[from] = (left[from] ?? 0) - 1;
    right[to] = (right[to] ?? 0) - 1;
    chosen.push(edge);
  }
  return Uint32Array.from(chosen);
}

type Changes = readonly { readonly place: number; readonly by: number }[];

/** Prices changed in places, with the bound that the certificate claimed before. */
function withPrices(assignment: Assignment, left: Changes, right: Changes): Assignment {
  const changed = (prices: Float64Array, changes: Changes): Float64Array => {
    const copy = prices.slice();
    for (const { place, by } of changes) {
      const node = place % Math.max(1, copy.length);
      if (copy.length > 0) copy[node] = Math.max(0, (copy[node] ?? 0) + by);
    }
    return copy;
  };
  const { certificate } = assignment;
  return {
    ...assignment,
    certificate: {
      ...certificate,
      leftPrices: changed(certificate.leftPrices, left),
      rightPrices: changed(certificate.rightPrices, right),
    },
  };
}

describe("a false claim", () => {
  /** One of the two left nodes stays alone; edges 0 and 1 compete for the right node 0, and edge 2 stands apart. */
  const problem = problemOf(
    [1, 1, 2],
    [1, 2, 1],
    [
      [0, 0, 0.9],
      [1, 0, 0.4],
      [2, 1, 0.5],
      [2, 2, 0.25],
    ],
  );
  const total = solve(problem);
  const fair = solve(problem, { objective: "fair" });
  const certified = (change: Partial<Certificate>, assignment = total): Assignment => ({
    ...assignment,
    certificate: { ...assignment.certificate, ...change },
  });
  const faultsOf = (assignment: Assignment) => kindsOf(verifyCertificate(problem, assignment));

  it("is none when it is true", () => {
    expect(Array.from(total.edges)).toEqual([0, 2, 3]);
    expect(faultsOf(total)).toEqual([]);
    expect(faultsOf(fair)).toEqual([]);
  });

  it("is found in the edges: one that there is not, one that is told twice", () => {
    expect(faultsOf({ ...total, edges: Uint32Array.of(0, 2, 4) })).toEqual(["edges"]);
    expect(faultsOf({ ...total, edges: Uint32Array.of(0, 2, 2) })).toEqual(["edges"]);
  });

  it("is found in the capacities: two pairs where there is room for one", () => {
    const crowded = claiming(problem, total, Uint32Array.of(0, 1, 2, 3));
    expect(faultsOf(crowded)).toContain("capacity");
    const [fault] = verifyCertificate(problem, crowded);
    expect(fault?.message).toBe("The right node 0 is in 2 pairs; its capacity is 1.");
  });

  it("is found in the figures: the number, the sum, the weakest", () => {
    expect(faultsOf({ ...total, matched: 4 })).toEqual(["figures"]);
    expect(faultsOf({ ...total, totalScore: 1.66 })).toEqual(["figures"]);
    expect(faultsOf({ ...total, weakestScore: 0.5 })).toEqual(["figures"]);
    expect(faultsOf({ ...total, weakestScore: null })).toEqual(["figures"]);
  });

  it("is found in the cover: too wide, too narrow, for other nodes, with another bound or a gap", () => {
    const { cover, gap } = total.certificate;
    const every = (nodes: Uint8Array, value: number) => nodes.map(() => value);
    expect(faultsOf(certified({ cover: { ...cover, left: every(cover.left, 1) } }))).toEqual(["cover"]);
    const none = { ...cover, left: every(cover.left, 0), right: every(cover.right, 0) };
    expect(faultsOf(certified({ cover: none }))).toEqual(["cover"]);
    expect(faultsOf(certified({ cover: { ...cover, left: new Uint8Array(0) } }))).toEqual(["cover"]);
    expect(faultsOf(certified({ cover: { ...cover, right: new Uint8Array(9) } }))).toEqual(["cover"]);
    expect(faultsOf(certified({ cover: { ...cover, bound: 4 } }))).toEqual(["cover"]);
    expect(faultsOf(certified({ gap: { ...gap, matched: 1 } }))).toEqual(["cover"]);
  });

  it("is found in the proof of fairness: missing, needless, proving nothing, with another bound", () => {
    const { betterThanWeakest, cover } = fair.certificate;
    if (!betterThanWeakest) throw new Error("a fair assignment proves its weakest pair");
    expect(faultsOf(certified({ betterThanWeakest: null }, fair))).toEqual(["fairness"]);
    expect(faultsOf(certified({ betterThanWeakest }))).toEqual(["fairness"]);
    expect(faultsOf(certified({ betterThanWeakest: { ...betterThanWeakest, bound: 1 } }, fair))).toEqual([
      "fairness",
    ]);
    const all = cover.left.map(() => 1);
    expect(faultsOf(certified({ betterThanWeakest: { ...cover, left: all, bound: 4 } }, fair))).toEqual([
      "fairness",
    ]);
  });

  it("is found where a sum is passed off as fair", () => {
    const torn = problemOf(
      [1, 1],
      [1, 1],
      [
        [0, 0, 1],
        [0, 1, 0.4],
        [1, 0, 0.4],
        [1, 1, 0],
      ],
    );
    const greedy = solve(torn);
    const honest = solve(torn, { objective: "fair" });
    const cover = honest.certificate.betterThanWeakest;
    const claim: Assignment = {
      ...greedy,
      objective: "fair",
      certificate: { ...greedy.certificate, betterThanWeakest: cover },
    };
    expect(kindsOf(verifyCertificate(torn, claim))).toContain("fairness");
  });

  it("is found in the prices: negative, broken, endless, beyond exact sums, too few", () => {
    const { leftPrices } = total.certificate;
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 51]) {
      expect(faultsOf(certified({ leftPrices: leftPrices.with(1, wrong) }))).toEqual(["prices"]);
    }
    for (const wrong of [0.5, Number.NaN, -(2 ** 51)])
      expect(faultsOf(certified({ pairPrice: wrong }))).toEqual(["prices"]);
    expect(faultsOf(certified({ leftPrices: new Float64Array(2) }))).toEqual(["prices"]);
    expect(faultsOf(certified({ rightPrices: new Float64Array(4) }))).toEqual(["prices"]);
  });

  it("is found where prices and pairs do not fit, and says where", () => {
    const { leftPrices, rightPrices, pairPrice } = total.certificate;
    const messages = (change: Partial<Certificate>) =>
      verifyCertificate(problem, certified(change)).map(({ message }) => message);
    const dear = leftPrices.map((price) => price + 2_000_000);
    expect(messages({ leftPrices: dear })).toContain("Edge 0 is chosen and worth less than its prices.");
    expect(messages({ leftPrices: dear })).toContain("The left node 1 has a price and free seats.");
    const cheap = rightPrices.map(() => 0);
    expect(messages({ rightPrices: cheap, leftPrices: cheap, pairPrice: pairPrice + 1 })).toContain(
      "Edge 1 is not chosen and worth more than its prices.",
    );
    expect(messages({ rightPrices: rightPrices.with(1, 7) })).toContain(
      "The right node 1 has a price and free seats.",
    );
  });

  it("is found in the bound on the sum and in its gap", () => {
    const { totalBound, gap } = total.certificate;
    expect(faultsOf(certified({ totalBound: totalBound + 1 }))).toEqual(["bound"]);
    expect(faultsOf(certified({ gap: { ...gap, total: 1 } }))).toEqual(["bound"]);
  });
});
