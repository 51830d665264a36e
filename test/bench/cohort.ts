import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Say } from "./figure.ts";
import { row } from "./matching.ts";
import type { Shape } from "./pool.ts";

const cohorts: readonly (readonly [string, Shape])[] = [
  ["2,000 and 2,000, four zones, own hours", { mentors: 2_000, mentees: 2_000, scattered: true }],
  ["2,000 and 2,000, all could meet", { mentors: 2_000, mentees: 2_000, scattered: false }],
  [
    "1,500 groups of four and 5,000, own hours",
    { mentors: 1_500, mentees: 5_000, places: 4, scattered: true },
  ],
  [
    "the same, of three at least",
    { mentors: 1_500, mentees: 5_000, places: 4, smallestGroup: 3, scattered: true },
  ],
];

/** Says what a whole cohort takes to be compared, solved and proven, each in a process of its own, without warm-up. */
export function benchCohort(say: Say): void {
  say("");
  say(row("cohort", ["pairs open", "compare ms", "propose ms", "paired", "peak MB"]));
  for (const [name, shape] of cohorts) {
    const script = fileURLToPath(new URL("propose-cohort.ts", import.meta.url));
    const told = JSON.parse(
      execFileSync(process.execPath, [script, JSON.stringify(shape)], { encoding: "utf8" }),
    );
    const cells = [`${(100 * told.open).toFixed(0)} %`, told.compare.toFixed(0), told.propose.toFixed(0)];
    say(row(name, [...cells, String(told.paired), told.megabytes.toFixed(0)]));
  }
}
