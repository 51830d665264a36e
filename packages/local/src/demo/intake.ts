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
