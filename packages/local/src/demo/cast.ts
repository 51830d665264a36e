import { type Format, type FormatDifferences, formatOf, type Role } from "@viceversa/core/programme/index.ts";
import type { Company } from "./company.ts";
import { MENTEES_OF_A_MENTOR } from "./intake.ts";

/** Whom the manager invites as what. */
export interface Invitation {
  readonly role: Role;
  /** Places that each of them has. */
  readonly capacity: number;
  readonly criteria: object;
}

type Criteria = (company: Company, wanted: number | undefined) => object;

const ids = (people: readonly { readonly id: string }[]): string[] => people.map(({ id }) => id);

/** Who is invited as what: mentors are young, mentees are not, and peers are of all generations, half of them seniors. */
const criteriaOf: Readonly<Record<Role, Criteria>> = {
  mentor: () => ({ generations: ["z"] }),
  mentee: ({ seniors }, wanted) => (wanted ? { people: ids(seniors.slice(0, wanted)) } : {}),
  peer: ({ hires, seniors, others }, wanted) =>
    wanted
      ? { people: ids([...hires, ...seniors.slice(0, wanted), ...others.slice(0, wanted - hires.length)]) }
      : {},
};

/**
 * The rounds of invitations that a format needs: one for each of its roles.
 *
 * @param wanted  seniors who are invited; everybody who is eligible when it is left out
 */
export function invitationsIn(format: Format, company: Company, wanted: number | undefined): Invitation[] {
  const { roles, gathers } = formatOf({ format });
  return roles.map((role) => ({
    role,
    capacity: role === "mentor" && gathers === "group" ? MENTEES_OF_A_MENTOR : 1,
    criteria: criteriaOf[role](company, wanted),
  }));
}

/** A template says who teaches and who learns by generation; peers do both, and are of all. */
export const eligibilityIn = (format: Format): object =>
  formatOf({ format }).roles.includes("peer") ? { eligibility: { mentor: {}, mentee: {} } } : {};

const link = { kind: "link", link: "https://meet.example.com/reverse-mentoring" };
const place = { kind: "place", place: "Headquarters, Room 3" };
const venuesBy: Readonly<Record<FormatDifferences["meets"], object>> = {
  place: { venue: place },
  link: { venue: link },
  either: { venue: link },
  both: { venue: link, inPersonVenue: place },
};

/** Where those meet who have named nothing themselves. */
export const venuesIn = (format: Format): object => venuesBy[formatOf({ format }).meets];
