import { competenceLevels, shippedCompetences } from "@viceversa/core/competence/index.ts";
import { deriveId } from "@viceversa/core/ids.ts";
import type { Candidate, Pool } from "@viceversa/core/matching/candidate.ts";
import { usualMatching } from "@viceversa/core/programme/index.ts";
import { Instant, Zone } from "@viceversa/core/time.ts";
import { draws } from "./instances.ts";

const SEED = 20_261;
const MANAGERS = 2_000;
const zones = ["Europe/Rome", "Europe/Rome", "America/New_York", "Asia/Tokyo"].map((zone) =>
  Zone.parse(zone),
);
const levels = Object.keys(competenceLevels) as (keyof typeof competenceLevels)[];

/** How large a cohort is, how many pairs a mentor may be in, and whether its people are where and when they are. */
export interface Shape {
  readonly mentors: number;
  readonly mentees: number;
  readonly places?: number;
  readonly smallestGroup?: number;
  /** Over four zones, each with hours and a language of her own; else everybody could meet everybody. */
  readonly scattered: boolean;
}

/** The same people in each run. */
export function poolOf({ mentors, mentees, places = 1, smallestGroup = 1, scattered }: Shape): Pool {
  const from = draws(SEED);
  const draw = (below: number): number => Math.floor(from() * below);
  const side = (role: string, people: number) =>
    Array.from({ length: people }, (_, at) => candidateOf(`${role}${at}`, scattered, draw));
  return {
    mentors: side("mentor", mentors).map((one) => ({ ...one, places })),
    mentees: side("mentee", mentees),
    paired: [],
    former: [],
    forbidden: [],
    format: smallestGroup > 1 ? "group" : "remote",
    rules: usualMatching,
    smallestGroup,
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
    line: scattered ? [deriveId("person", `mentee${draw(MANAGERS)}`)] : [],
    excludes: [],
  };
}
