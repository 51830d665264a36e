import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type CompactProblem, matchGroups, matchPeers, solve } from "@viceversa/matching/index.ts";
import { munkres } from "munkres";
import { inTurns, type Say, tell } from "./figure.ts";
import { onePool, type Scores, twoSides } from "./instances.ts";

const SEED = 20_261;
const SIDE = 2_000;
const MEGABYTES = 200;
const SECONDS_OF_PEERS = 20;
/** Costs more than all pairs together. */
const FORBIDDEN = 1e11;

type Blossom = (edges: readonly (readonly [number, number, number])[], most: boolean) => number[];
const blossom: Blossom = createRequire(import.meta.url)("edmonds-blossom");

/** Says how long the solver takes beside others in the same run, how much memory, and what bar each figure has. */
export function benchSolver(say: Say): void {
  say("");
  say("solver, beside others in the same run; about 65 % of the pairs forbidden");
  for (const [scores, most] of [
    ["domain", 0.4],
    ["reals", 0.4],
    ["domain in steps", 0.2],
    ["integers", 0.2],
  ] as const)
    oneToOne(say, scores, most);
  groups(say);
  smallestGroup(say);
  peakMemory(say);
  for (const scores of ["domain", "reals", "integers"] as const) peers(say, scores);
  manyPeers(say);
}

function oneToOne(say: Say, scores: Scores, most: number): void {
  const problem = twoSides({ lefts: SIDE, rights: SIDE }, scores, SEED);
  const matrix = replicated(problem);
  const [ours, theirs] = inTurns([() => sumOf(problem), () => sumBy(matrix, munkres(matrix))], 9);
  if (!ours || !theirs) return;
  mustAgree(ours.result, theirs.result);
  tell(say, {
    name: `one-to-one ${SIDE}, ${scores}`,
    value: ours.milliseconds / theirs.milliseconds,
    most,
    unit: "×",
    of: `${ours.milliseconds.toFixed(0)} ms, munkres ${theirs.milliseconds.toFixed(0)} ms`,
  });
}

/** Mentors of four seats; `munkres` gets a row for each seat. */
function groups(say: Say): void {
  const whole = twoSides({ lefts: 1_500, rights: 5_000, seats: 4 }, "domain", SEED);
  const matrix = replicated(whole);
  // Once each without a warm-up: a matrix of 6,000 by 5,000 takes long.
  const [ours, theirs] = inTurns([() => sumOf(whole), () => sumBy(matrix, munkres(matrix))], 0);
  if (!ours || !theirs) return;
  mustAgree(ours.result, theirs.result);
  tell(say, {
    name: "groups 1,500 × 5,000, four seats, domain",
    value: ours.milliseconds / theirs.milliseconds,
    most: 0.15,
    unit: "×",
    of: `${ours.milliseconds.toFixed(0)} ms, munkres on seats ${theirs.milliseconds.toFixed(0)} ms`,
  });
  const seatsOf = (count: number): CompactProblem => ({
    ...whole,
    leftCapacities: whole.leftCapacities.map((_, left) =>
      left < count % 1_500 ? Math.ceil(count / 1_500) : Math.floor(count / 1_500),
    ),
  });
  const [ample, scarce] = inTurns([() => sumOf(whole), () => sumOf(seatsOf(4_999))], 3);
  if (!ample || !scarce) return;
  tell(say, {
    name: "groups 1,500 × 5,000, one seat too few",
    value: scarce.milliseconds / ample.milliseconds,
    most: 5,
    unit: "×",
    of: `${scarce.milliseconds.toFixed(0)} ms, with 6,000 seats ${ample.milliseconds.toFixed(0)} ms`,
  });
}

function smallestGroup(say: Say): void {
  const problem = twoSides({ lefts: 1_500, rights: 5_000, seats: 4 }, "domain", SEED);
  const from = performance.now();
  const { certificate, totalScore, matched } = matchGroups(problem, { leftMinimum: 3 });
  const share = (100 * (certificate.bound.totalScore - totalScore)) / certificate.bound.totalScore;
  const how = certificate.isProven ? "the proven best" : `at most ${share.toFixed(2)} % of the score missing`;
  tell(say, {
    name: "groups 1,500 × 5,000 of three at least",
    value: (performance.now() - from) / 1_000,
    most: 60,
    unit: "s",
    of: `${matched} of ${certificate.bound.matched} pairs, ${how}; ${certificate.solved} solved`,
  });
}

function peakMemory(say: Say): void {
  for (const scores of ["domain", "integers"] as const) {
    const script = fileURLToPath(new URL("peak-memory.ts", import.meta.url));
    const sizes = [5_000, 5_000, 1, SEED].map(String);
    const told = JSON.parse(execFileSync(process.execPath, [script, ...sizes, scores], { encoding: "utf8" }));
    tell(say, {
      name: `one-to-one 5000, ${scores}, peak memory`,
      value: told.megabytes,
      most: MEGABYTES,
      unit: "MB",
      of: `${told.edges} edges in the instance, ${told.milliseconds.toFixed(0)} ms without warm-up`,
    });
  }
}

function peers(say: Say, scores: Scores): void {
  const problem = onePool(500, scores, SEED);
  const edges = Array.from(
    problem.edgeScore,
    (score, edge) =>
      [problem.edgeOne[edge] ?? 0, problem.edgeOther[edge] ?? 0, Math.round(score * 1e6)] as const,
  );
  const theirSum = (): number => {
    const mates = blossom(edges, true);
    return edges.reduce((sum, [one, other, units]) => sum + (mates[one] === other ? units : 0), 0);
  };
  const ourSum = (): number => Math.round(matchPeers(problem).totalScore * 1e6);
  const [ours, theirs] = inTurns([ourSum, theirSum], 1);
  if (!ours || !theirs) return;
  mustAgree(ours.result, theirs.result);
  tell(say, {
    name: `peers 500, ${scores}`,
    value: ours.milliseconds / theirs.milliseconds,
    most: 0.2,
    unit: "×",
    of: `${ours.milliseconds.toFixed(0)} ms, edmonds-blossom ${theirs.milliseconds.toFixed(0)} ms`,
  });
}

function manyPeers(say: Say): void {
  for (const scores of ["domain", "reals", "integers"] as const) {
    const problem = onePool(SIDE, scores, SEED);
    const from = performance.now();
    const { certificate } = matchPeers(problem);
    tell(say, {
      name: `peers ${SIDE}, ${scores}`,
      value: (performance.now() - from) / 1_000,
      most: SECONDS_OF_PEERS,
      unit: "s",
      of: `${problem.edgeScore.length} edges, gap ${certificate.gap.matched} and ${certificate.gap.total}`,
    });
  }
}

const sumOf = (problem: CompactProblem): number => Math.round(solve(problem).totalScore * 1e6);

/** A row of costs for each seat. */
function replicated({
  starts,
  edgeRight,
  edgeUnits,
  leftCapacities,
  rightCapacities,
}: CompactProblem): number[][] {
  return Array.from(leftCapacities).flatMap((seats, left) => {
    const row = new Array<number>(rightCapacities.length).fill(FORBIDDEN);
    for (let edge = starts[left] ?? 0; edge < (starts[left + 1] ?? 0); edge += 1)
      row[edgeRight[edge] ?? 0] = 1e6 - (edgeUnits[edge] ?? 0);
    return Array.from({ length: seats }, () => row.slice());
  });
}

const sumBy = (
  matrix: readonly (readonly number[])[],
  pairs: readonly (readonly [number, number])[],
): number =>
  pairs.reduce((sum, [row, column]) => {
    const cost = matrix[row]?.[column] ?? FORBIDDEN;
    return cost < FORBIDDEN ? sum + 1e6 - cost : sum;
  }, 0);

function mustAgree(one: number, other: number): void {
  if (one !== other) throw new Error(`The sums differ: ${one} and ${other} millionths.`);
}
