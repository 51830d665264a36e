import type { CompetenceLevel } from "@viceversa/core/competence/index.ts";
import { deriveId } from "@viceversa/core/ids.ts";
import type { Candidate, PairIds, Pool } from "@viceversa/core/matching/candidate.ts";
import { usualMatching } from "@viceversa/core/programme/index.ts";
import { Instant, Zone } from "@viceversa/core/time.ts";
import fc from "fast-check";

export const personIdOf = (name: string) => deriveId("person", name);
export const participantIdOf = (name: string) => deriveId("participant", name);
export const competenceIdOf = (key: string) => deriveId("competence", key);
const rome = Zone.parse("Europe/Rome");

/** Somebody who can meet whenever people work, and of whom nothing else is known. */
export const aCandidate = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  participantId: participantIdOf(name),
  personId: personIdOf(name),
  name,
  state: "prepared",
  places: 1,
  met: 0,
  offers: [],
  wants: [],
  languages: ["it"],
  zone: rome,
  availability: [],
  interests: [],
  line: [],
  excludes: [],
  ...more,
});

export const aPool = (
  mentors: readonly Candidate[],
  mentees: readonly Candidate[],
  more: Partial<Pool> = {},
): Pool => ({
  mentors,
  mentees,
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
  ...more,
});

const levels: readonly CompetenceLevel[] = ["basic", "intermediate", "advanced", "highly-advanced"];
const level = fc.constantFrom(...levels);
const competence = fc.constantFrom("a", "b", "c", "d").map(competenceIdOf);
const someOf = <T>(...values: T[]) => fc.subarray(values);
/** A few of them at most. */
const few = <T>(all: readonly T[], most: number) =>
  fc.subarray([...all], { maxLength: Math.min(most, all.length) });
const unique = { selector: (one: { competenceId: string }) => one.competenceId, maxLength: 4 };
const offers = fc.uniqueArray(fc.record({ competenceId: competence, level }), unique);
const wants = fc.uniqueArray(
  fc.record({ competenceId: competence, to: level, priority: fc.integer({ min: 1, max: 3 }) }),
  unique,
);
const availability = fc.array(
  fc
    .record({ weekday: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 21 }) })
    .map(({ weekday, from }) => ({
      weekday,
      from: `${String(from).padStart(2, "0")}:10`,
      to: `${from + 2}:00`.padStart(5, "0"),
    })),
  { maxLength: 3 },
);

const names = (role: string, count: number) => Array.from({ length: count }, (_, at) => `${role}${at}`);

/** Candidates of one side whose reporting lines and exclusions may name anybody of both. */
const side = (own: readonly string[], all: readonly string[]): fc.Arbitrary<Candidate[]> =>
  fc.tuple(
    ...own.map((name) =>
      fc
        .record({
          state: fc.constantFrom("prepared", "prepared", "prepared", "active", "paused"),
          places: fc.constantFrom(1, 1, 1, 0, 2),
          offers,
          wants,
          languages: someOf("it", "en", "de").filter((languages) => languages.length > 0),
          zone: fc
            .constantFrom("Europe/Rome", "America/New_York", "Asia/Tokyo")
            .map((zone) => Zone.parse(zone)),
          availability,
          interests: someOf("Jazz", "jazz", "chess"),
          site: fc.constantFrom(undefined, "Roma", "Milano"),
          department: fc.constantFrom(undefined, "IT", "HR"),
          generation: fc.constantFrom(undefined, 0, 1, 2, 3, 4),
          seniority: fc.constantFrom(undefined, 0, 1, 2, 3),
          prefers: fc.constantFrom(undefined, "place", "link"),
          readiness: fc.constantFrom(undefined, 0, 0.3, 1),
          line: few(all, 2).map((people) => people.map(personIdOf)),
          excludes: few(all, 1).map((people) => people.map(personIdOf)),
        } as const)
        .map((more) => aCandidate(name, more)),
    ),
  ) as fc.Arbitrary<Candidate[]>;

/** Pools of a few people of every sort, an empty side among them. */
export const pools: fc.Arbitrary<Pool> = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .chain(([left, right]) => {
    const [mentors, mentees] = [names("mentor", left), names("mentee", right)];
    const all = [...mentors, ...mentees];
    const pairs = mentors.flatMap((mentor) =>
      mentees.map(
        (mentee): PairIds => ({ mentorId: participantIdOf(mentor), menteeId: participantIdOf(mentee) }),
      ),
    );
    const some = few(pairs, 3);
    return fc
      .record({
        mentors: side(mentors, all),
        mentees: side(mentees, all),
        paired: some,
        former: some,
        forbidden: some,
        format: fc.constantFrom("remote", "in-person"),
        objective: fc.constantFrom("total", "fair"),
        formerPairings: fc.constantFrom("refused", "allowed"),
        minimumGenerationGap: fc.constantFrom(0, 0, 0, 1, 2),
        minimumSeniorityGap: fc.constantFrom(0, 0, 0, 1),
      } as const)
      .map(({ mentors, mentees, paired, former, forbidden, format, ...rules }) =>
        aPool(mentors, mentees, {
          paired,
          former,
          forbidden,
          format,
          rules: { ...usualMatching, ...rules },
        }),
      );
  });
