import { type Assignment, type AssignmentProblem, type Objective, solve } from "@viceversa/matching/index.ts";
import { draws } from "./instances.ts";

/** How often each is repeated after a first run that does not count; the median is shown. */
const REPEATS = 5;
const SEED = 20_261;

interface Case {
  readonly name: string;
  readonly side: number;
  readonly candidates: number;
  readonly objective?: Objective;
  /** The score of a pair, from two traits and one draw, each in [0, 1). */
  readonly score: (left: number, right: number, draw: number) => number;
}

const atRandom = (_: number, __: number, draw: number): number => draw;
const inSteps = (_: number, __: number, draw: number): number => Math.floor(draw * 5) / 4;
const allEqual = (): number => 0.5;
const byProduct = (left: number, right: number): number => left * right;

const cases: readonly Case[] = [
  { name: "500 × 500, all pairs", side: 500, candidates: 500, score: atRandom },
  { name: "500 × 500, all pairs, 5 levels", side: 500, candidates: 500, score: inSteps },
  { name: "2,000 × 2,000, 50 each", side: 2_000, candidates: 50, score: atRandom },
  { name: "2,000 × 2,000, 50 each, fair", side: 2_000, candidates: 50, objective: "fair", score: atRandom },
  { name: "2,000 × 2,000, 50 each, 5 levels", side: 2_000, candidates: 50, score: inSteps },
  { name: "2,000 × 2,000, 50 each, all equal", side: 2_000, candidates: 50, score: allEqual },
  { name: "2,000 × 2,000, 50 each, products", side: 2_000, candidates: 50, score: byProduct },
];

/** Says how long the solver takes beside a greedy matching in the same run, and what greedy loses. */
export function benchMatching(say: (text: string) => void): void {
  say("");
  say(row("matching", ["ms", "greedy ms", "ratio", "pairs lost", "score lost"]));
  for (const one of cases) {
    const problem = problemOf(one);
    const exact = timed(() => solve(problem, one.objective ? { objective: one.objective } : {}));
    const greedy = timed(() => greedily(problem));
    const share = 1 - greedy.result.totalScore / exact.result.totalScore;
    say(
      row(one.name, [
        exact.milliseconds.toFixed(0),
        greedy.milliseconds.toFixed(0),
        (exact.milliseconds / greedy.milliseconds).toFixed(1),
        String(exact.result.matched - greedy.result.matched),
        `${(100 * share).toFixed(1)} %`,
      ]),
    );
  }
}

export const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(40) + cells.map((cell) => cell.padStart(12)).join("");

function timed<Result>(run: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const result = run();
  const times = Array.from({ length: REPEATS }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return { result, milliseconds: times[REPEATS >> 1] ?? 0 };
}

function problemOf({ side, candidates, score }: Case): AssignmentProblem {
  const draw = draws(SEED);
  const traits = { left: Array.from({ length: side }, draw), right: Array.from({ length: side }, draw) };
  const edges = traits.left.flatMap((trait, left) =>
    some(candidates, side, draw).map((right) => ({
      left,
      right,
      score: score(trait, traits.right[right] ?? 0, draw()),
    })),
  );
  return {
    leftCapacities: new Uint8Array(side).fill(1),
    rightCapacities: new Uint8Array(side).fill(1),
    edgeLeft: Uint32Array.from(edges, ({ left }) => left),
    edgeRight: Uint32Array.from(edges, ({ right }) => right),
    edgeScore: Float64Array.from(edges, (edge) => edge.score),
  };
}

function some(count: number, side: number, draw: () => number): number[] {
  if (count === side) return Array.from({ length: side }, (_, at) => at);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(Math.floor(draw() * side));
  return [...chosen];
}

/** The best pair first, then the best of those who are left. */
function greedily({
  edgeLeft,
  edgeRight,
  edgeScore,
  ...sides
}: AssignmentProblem): Pick<Assignment, "matched" | "totalScore"> {
  const left = sides.leftCapacities.slice();
  const right = sides.rightCapacities.slice();
  let matched = 0;
  let totalScore = 0;
  const order = Uint32Array.from(edgeScore.keys()).sort((a, b) => (edgeScore[b] ?? 0) - (edgeScore[a] ?? 0));
  for (const edge of order) {
    const [from, to] = [edgeLeft[edge] ?? 0, edgeRight[edge] ?? 0];
    if (left[from] === 0 || right[to] === 0) continue;
    left[from] = (left[from] ?? 0) - 1;
    right[to] = (right[to] ?? 0) - 1;
    matched += 1;
    totalScore += edgeScore[edge] ?? 0;
  }
  return { matched, totalScore };
}
