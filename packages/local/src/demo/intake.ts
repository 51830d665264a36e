import { type Format, type FormatDifferences, formatOf } from "@viceversa/core/programme/index.ts";

/** A person of the demo's generated intake, as the API takes her. */
export interface Hire {
  readonly externalId: string;
  readonly email: string;
  readonly name: string;
  readonly givenName: string;
  readonly locale: "it" | "en";
  readonly zone: string;
  readonly site: string;
  readonly department: string;
  readonly jobTitle: string;
  readonly seniority: "junior";
  readonly birthYear: number;
  readonly languages: readonly string[];
}

const firstNames = [
  "Giulia",
  "Luca",
  "Aisha",
  "Tommaso",
  "Chloe",
  "Marco",
  "Sofia",
  "Noah",
  "Elena",
  "Davide",
];
const lastNames = [
  "Ferri",
  "Okafor",
  "Galli",
  "Novak",
  "Serra",
  "Lindholm",
  "Moretti",
  "Haddad",
  "Bianchi",
  "Silva",
];
const departments = ["Information Services", "Marketing", "Engineering", "Sales"];
const zones = ["Europe/Rome", "Europe/London", "America/New_York"] as const;

/** Mentees whom a mentor of a group takes: fewer than a group may have, so that she has time for each. */
export const MENTEES_OF_A_MENTOR = 4;
/** Mentors of groups beside those that are needed: the mentees of one who leaves find room with the others. */
const SPARE_MENTORS = 1;

type Gathers = FormatDifferences["gathers"];

/** Young hires that go with so many seniors: one for each, one for several, or half of the peers' others. */
const hiresBy: Readonly<Record<Gathers, (seniors: number) => number>> = {
  pair: (seniors) => seniors,
  group: (seniors) => Math.ceil(seniors / MENTEES_OF_A_MENTOR) + SPARE_MENTORS,
  peers: (seniors) => Math.ceil(seniors / 2),
};

/** How many young hires a programme in a format needs for so many senior colleagues. */
export const hiresFor = (format: Format, seniors: number): number =>
  hiresBy[formatOf({ format }).gathers](seniors);

/** Small and good enough to scatter a demo; the same seed gives the same people (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * An intake of young hires, since nobody in AdventureWorks was born after 1990. They are generated, and their
 * job title says so. All work at the site of nearly everybody else.
 *
 * @param inPerson  they are to be met there, and so live in its zone
 */
export function generatedIntake(count: number, { inPerson = false, seed = 1 } = {}): Hire[] {
  const random = randomFrom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  return Array.from({ length: count }, (_, at) => {
    const [firstName, lastName, locale] = [one(firstNames), one(lastNames), one(["it", "en"] as const)];
    const zone = one(zones);
    return {
      externalId: `GENERATED-${String(at + 1).padStart(3, "0")}`,
      email: `${firstName}.${lastName}.${at + 1}@generated.example`.toLowerCase(),
      name: `${firstName} ${lastName}`,
      givenName: firstName,
      locale,
      zone: inPerson ? zones[0] : zone,
      site: "Headquarters",
      department: one(departments),
      jobTitle: "Graduate (generated)",
      seniority: "junior" as const,
      birthYear: 1998 + Math.floor(random() * 6),
      languages: locale === "it" ? ["it", "en"] : ["en"],
    };
  });
}
