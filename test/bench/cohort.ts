import { competenceLevels, shippedCompetences } from "@viceversa/core/competence/index.ts";
import { deriveId } from "@viceversa/core/ids.ts";
import type { Candidate, Pool } from "@viceversa/core/matching/candidate.ts";
import { propose } from "@viceversa/core/matching/propose.ts";
import { compare } from "@viceversa/core/matching/score.ts";
import { usualMatching } from "@viceversa/core/programme/index.ts";
import { Instant, Zone } from "@viceversa/core/time.ts";
import { draws } from "./instances.ts";
import { row } from "./matching.ts";

const SIDE = 2_000;
const SEED = 20_261;
const zones = ["Europe/Rome", "Europe/Rome", "America/New_York", "Asia/Tokyo"].map((zone) =>
  Zone.parse(zone),
);
const levels = Object.keys(competenceLevels) as (keyof typeof competenceLevels)[];

/** Says how long a whole cohort takes to be compared, and to be compared, solved and proven. */
export function benchCohort(say: (text: string) => void): void {
  say("");
  say(row(`cohort of ${SIDE} and ${SIDE}`, ["pairs open", "compare ms", "propose ms"]));
  for (const [name, meets] of [
    ["remote, four zones, own hours", { scattered: true }],
    ["everybody could meet everybody", { scattered: false }],
  ] as const) {
    const pool = poolOf(meets);
    const compared = timed(() => compare(pool));
    const proposed = timed(() => propose({ ...pool }, []));
    const open = compared.result.edges.edgeScore.length / SIDE ** 2;
    say(
      row(name, [
        `${(100 * open).toFixed(0)} %`,
        compared.milliseconds.toFixed(0),
        proposed.milliseconds.toFixed(0),
      ]),
    );
  }
}

function timed<Result>(run: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const from = performance.now();
  const result = run();
  return { result, milliseconds: performance.now() - from };
}

export function poolOf({
  scattered,
  people = SIDE,
}: {
  readonly scattered: boolean;
  readonly people?: number;
}): Pool {
  const from = draws(SEED);
  const draw = (below: number): number => Math.floor(from() * below);
  const side = (role: string) =>
    Array.from({ length: people }, (_, at) => candidateOf(`${role}${at}`, scattered, draw));
  return {
    mentors: side("mentor"),
    mentees: side("mentee"),
    paired: [],
    former: [],
    forbidden: [],
    format: "remote",
    rules: usualMatching,
    smallestGroup: 1,
    sessionMinutes: 60,
    workingHours: { from: "09:00", to: "18:00" },
    workingDays: [1, 2, 3, 4, 5],
    at: Instant.parse("2026-11-24T09:00:00Z"),
  };
}

function candidateOf(name: string, scattered: boolean, draw: (below: number) => number): Candidate {
  const some = () => [...new Set(Array.from({ length: 4 }, () => draw(shippedCompetences.length)))];
  const level = () => levels[draw(levels.length)] ?? "basic";
  const topics = some().flatMap((at) => shippedCompetences[at]?.id ?? []);
  const hour = (at: number): string => `${String(at).padStart(2, "0")}:00`;
  const hours = Array.from({ length: 3 }, () => {
    const from = 8 + draw(8);
    return { weekday: 1 + draw(5), from: hour(from), to: hour(from + 3) };
  });
  return {
    participantId: deriveId("participant", name),
    personId: deriveId("person", name),
    name,
    state: "prepared",
    places: 1,
    met: 0,
    offers: topics.map((competenceId) => ({ competenceId, level: level() })),
    wants: topics.map((competenceId, at) => ({ competenceId, to: level(), priority: 1 + (at % 3) })),
    languages: scattered && draw(3) === 0 ? ["en"] : ["it"],
    zone: (scattered && zones[draw(zones.length)]) || Zone.parse("Europe/Rome"),
    availability: scattered ? hours : [],
    interests: ["jazz", "chess", "sea"].filter(() => draw(3) === 0),
    department: `department ${draw(12)}`,
    generation: draw(5),
    readiness: draw(100) / 100,
    line: scattered ? [deriveId("person", `mentee${draw(SIDE)}`)] : [],
    excludes: [],
  };
}
