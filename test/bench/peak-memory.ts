import { solve } from "@viceversa/matching/index.ts";
import { type Scores, twoSides } from "./instances.ts";

/** Solves one problem in a process of its own, and says how much memory that has taken at most, instance included. */
const [lefts, rights, seats, seed] = process.argv.slice(2, 6).map(Number);
const scores = process.argv[6] as Scores;
const problem = twoSides({ lefts: lefts ?? 0, rights: rights ?? 0, seats: seats ?? 1 }, scores, seed ?? 1);
const from = performance.now();
const { matched, certificate } = solve(problem);
const milliseconds = performance.now() - from;
const megabytes = (process.resourceUsage().maxRSS * 1_024) / 1e6;
process.stdout.write(
  JSON.stringify({ matched, gap: certificate.gap, milliseconds, megabytes, edges: problem.edgeUnits.length }),
);
