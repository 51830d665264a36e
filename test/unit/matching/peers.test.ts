import {
  InvalidProblem,
  MAXIMUM_EDGES,
  MAXIMUM_PEERS,
  matchPeers,
  type PeerAssignment,
  type PeerProblem,
  SCORE_UNITS,
  verifyPeers,
} from "@viceversa/matching/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fineScores, tiedScores } from "../../support/assignment.ts";
import { type PeerEdge, peerPairsOf, peersOf, pools, searchedPeers } from "../../support/peers.ts";

const tiny = fc.oneof(pools(7, tiedScores), pools(7, fineScores));
const medium = fc.oneof(pools(40, tiedScores), pools(40, fineScores), pools(12, tiedScores));
const ones = (count: number) => Array.from({ length: count }, () => 1);

describe.each(["total", "fair"] as const)("peers by %s", (objective) => {
  it("are paired as trying out everything finds best", () => {
    fc.assert(
      fc.property(tiny, (problem) => {
        const found = searchedPeers(problem, objective);
        const { matched, totalScore, weakestScore } = matchPeers(problem, { objective });
        expect(matched).toBe(found.matched);
        expect(totalScore).toBe(found.total / SCORE_UNITS);
        if (objective === "fair" && matched > 0) expect(weakestScore).toBe(found.weakest / SCORE_UNITS);
      }),
      { numRuns: 500 },
    );
  });

  it("are proven by the certificate, without a gap", () => {
    fc.assert(
      fc.property(medium, (problem) => {
        const assignment = matchPeers(problem, { objective });
        expect(verifyPeers(problem, assignment)).toEqual([]);
        expect(assignment.certificate.gap).toEqual({ matched: 0, total: 0 });
      }),
      { numRuns: 200 },
    );
  });

  it("have the same pairs in whatever order the edges and their ends are given", () => {
    const withOrder = medium.chain((problem) => {
      const edges = [...problem.edgeScore.keys()];
      const order = fc.shuffledSubarray(edges, { minLength: edges.length, maxLength: edges.length });
      const turns = fc.array(fc.boolean(), { minLength: edges.length, maxLength: edges.length });
      return fc.tuple(fc.constant(problem), order, turns);
    });
    fc.assert(
      fc.property(withOrder, ([problem, order, turns]) => {
        const { edgeOne, edgeOther, edgeScore, capacities } = problem;
        const rows = order.map((edge, at): PeerEdge => {
          const [one = 0, other = 0, score = 0] = [edgeOne[edge], edgeOther[edge], edgeScore[edge]];
          return turns[at] ? [other, one, score] : [one, other, score];
        });
        const other = peersOf([...capacities], rows);
        const [first, second] = [matchPeers(problem, { objective }), matchPeers(other, { objective })];
        expect(peerPairsOf(other, second)).toEqual(peerPairsOf(problem, first));
        expect(second.certificate.prices).toEqual(first.certificate.prices);
      }),
    );
  });

  it("are nobody where nobody can be paired", () => {
    const nobody = [peersOf([], []), peersOf([1], []), peersOf([1, 1, 1], []), peersOf([1, 0], [[0, 1, 1]])];
    for (const problem of nobody) {
      const assignment = matchPeers(problem, { objective });
      expect(assignment).toMatchObject({ matched: 0, totalScore: 0, weakestScore: null });
      expect(verifyPeers(problem, assignment)).toEqual([]);
    }
  });

  it("are paired up to one in an odd circle, whoever is left over", () => {
    const circle = Array.from({ length: 9 }, (_, at): PeerEdge => [at, (at + 1) % 9, 0.5]);
    const assignment = matchPeers(peersOf(ones(9), circle), { objective });
    expect(assignment.matched).toBe(4);
    expect(verifyPeers(peersOf(ones(9), circle), assignment)).toEqual([]);
  });

  it("leave alone whom a star leaves over, and pair the best", () => {
    const star = Array.from({ length: 60 }, (_, at): PeerEdge => [0, at + 1, (at % 7) / 7]);
    const assignment = matchPeers(peersOf(ones(61), star), { objective });
    expect(peerPairsOf(peersOf(ones(61), star), assignment)).toHaveLength(1);
    expect(assignment.weakestScore).toBe(0.857143);
  });
});

describe("peers", () => {
  it("are as many as can be, though fewer would have a greater sum", () => {
    const chain = peersOf(ones(4), [
      [0, 1, 0],
      [1, 2, 1],
      [2, 3, 0],
    ]);
    expect(peerPairsOf(chain, matchPeers(chain))).toEqual(["0-1", "2-3"]);
  });

  it("are paired fairly where one pair would pay for the others", () => {
    const square = peersOf(ones(4), [
      [0, 1, 1],
      [2, 3, 0],
      [0, 2, 0.4],
      [1, 3, 0.4],
    ]);
    expect(peerPairsOf(square, matchPeers(square))).toEqual(["0-1", "2-3"]);
    expect(peerPairsOf(square, matchPeers(square, { objective: "fair" }))).toEqual(["0-2", "1-3"]);
  });
});

describe("a pool of peers is refused, and the refusal says where it is wrong", () => {
  const refusalOf = (problem: PeerProblem): unknown => {
    try {
      return matchPeers(problem);
    } catch (error) {
      return error;
    }
  };
  const pair: PeerEdge = [0, 1, 0.5];

  it.each([
    ["a node that there is not", [pair, [2, 3, 0.5]], "index"],
    ["somebody paired with herself", [pair, [2, 2, 0.5]], "loop"],
    ["a score that is no number", [pair, [0, 2, Number.NaN]], "score"],
    ["an endless score", [pair, [0, 2, Number.POSITIVE_INFINITY]], "score"],
    ["a score under 0", [pair, [0, 2, -0.1]], "score"],
    ["a pair that is given twice, the other way round", [pair, [1, 0, 0.5]], "duplicate"],
  ] as const)("%s", (_, edges, flaw) => {
    const refusal = refusalOf(peersOf(ones(3), edges));
    expect(refusal).toBeInstanceOf(InvalidProblem);
    expect(refusal).toMatchObject({ flaw, edge: 1 });
  });

  it("somebody in more than one pair, arrays of unequal lengths, more than a limit, no objective", () => {
    expect(refusalOf(peersOf([1, 2], [pair]))).toMatchObject({ flaw: "capacity" });
    expect(refusalOf({ ...peersOf(ones(2), [pair]), edgeOne: new Uint32Array(2) })).toMatchObject({
      flaw: "lengths",
    });
    expect(refusalOf(peersOf(ones(MAXIMUM_PEERS + 1), [pair]))).toMatchObject({ flaw: "limit" });
    const edgeScore = new Float64Array(MAXIMUM_EDGES + 1);
    expect(refusalOf({ ...peersOf(ones(2), []), edgeScore })).toMatchObject({ flaw: "limit" });
    const objective = JSON.parse('"cheapest"');
    expect(() => matchPeers(peersOf(ones(2), [pair]), { objective })).toThrow(InvalidProblem);
  });
});

describe("a false claim of peers", () => {
  /** Two triangles and a bridge between them: five nodes in three pairs need the bridge. */
  const problem = peersOf(ones(6), [
    [0, 1, 0.9],
    [1, 2, 0.8],
    [0, 2, 0.7],
    [2, 3, 0.1],
    [3, 4, 0.6],
    [4, 5, 0.5],
    [3, 5, 0.4],
  ]);
  const best = matchPeers(problem);
  const fair = matchPeers(problem, { objective: "fair" });
  const faultsOf = (claim: PeerAssignment): string[] => [
    ...new Set(verifyPeers(problem, claim).map(({ what }) => what)),
  ];
  const certified = (change: Partial<PeerAssignment["certificate"]>, claim = best): PeerAssignment => ({
    ...claim,
    certificate: { ...claim.certificate, ...change },
  });

  it("is none when it is true", () => {
    expect(peerPairsOf(problem, best)).toEqual(["0-1", "2-3", "4-5"]);
    expect([faultsOf(best), faultsOf(fair)]).toEqual([[], []]);
  });

  it("is found in edges, capacities and figures", () => {
    expect(faultsOf({ ...best, edges: Uint32Array.of(0, 3, 7) })).toEqual(["edges"]);
    expect(faultsOf({ ...best, edges: Uint32Array.of(0, 3, 3) })).toEqual(["edges"]);
    expect(faultsOf({ ...best, edges: Uint32Array.of(0, 1, 5) })).toContain("capacity");
    expect(faultsOf({ ...best, totalScore: 1.4 })).toEqual(["figures"]);
    expect(faultsOf({ ...best, weakestScore: null })).toEqual(["figures"]);
    expect(faultsOf({ ...best, matched: 2 })).toEqual(["figures"]);
  });

  it("is found where fewer pairs, or worse ones, are passed off as best", () => {
    expect(
      faultsOf({ ...best, edges: Uint32Array.of(0, 4), matched: 2, totalScore: 1.5, weakestScore: 0.6 }),
    ).toEqual(["cover", "bound"]);
  });

  it("is found in the prices", () => {
    const { prices, pairPrice, totalBound, gap } = best.certificate;
    const withNodes = (nodes: Float64Array) => faultsOf(certified({ prices: { ...prices, nodes } }));
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 51])
      expect(withNodes(prices.nodes.with(2, wrong))).toEqual(["prices"]);
    expect(withNodes(new Float64Array(2))).toEqual(["prices"]);
    expect(withNodes(prices.nodes.map(() => 0))).toEqual(["slackness"]);
    expect(withNodes(prices.nodes.map((price) => 2 * price))).toEqual(["cover", "bound"]);
    expect(faultsOf(certified({ pairPrice: 0 }))).toEqual(["prices"]);
    expect(faultsOf(certified({ pairPrice: pairPrice + 1 }))).toEqual(["slackness"]);
    const withSet = (nodes: readonly number[]) =>
      faultsOf(certified({ prices: { ...prices, oddSets: [{ nodes: Uint32Array.from(nodes), price: 2 }] } }));
    for (const wrong of [
      [0, 1],
      [0, 1, 1],
      [0, 1, 6],
    ])
      expect(withSet(wrong)).toEqual(["prices"]);
    expect(faultsOf(certified({ totalBound: totalBound + 1 }))).toEqual(["bound"]);
    expect(faultsOf(certified({ gap: { ...gap, matched: 1 } }))).toEqual(["cover"]);
  });

  it("is found in the proof of fairness", () => {
    const { betterThanWeakest } = fair.certificate;
    if (!betterThanWeakest) throw new Error("fair pairs prove their weakest");
    expect(faultsOf(certified({ betterThanWeakest: null }, fair))).toEqual(["fairness"]);
    expect(faultsOf(certified({ betterThanWeakest }))).toEqual(["fairness"]);
    const none = { nodes: betterThanWeakest.nodes.map(() => 0), oddSets: [] };
    expect(faultsOf(certified({ betterThanWeakest: none }, fair))).toEqual(["slackness"]);
    const every = { nodes: betterThanWeakest.nodes.map(() => 1), oddSets: [] };
    expect(faultsOf(certified({ betterThanWeakest: every }, fair))).toEqual(["fairness"]);
  });
});
