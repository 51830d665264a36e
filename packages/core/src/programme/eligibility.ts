import { z } from "zod";
import { GenerationName, type GenerationRanges } from "../organisation/index.ts";
import { generationOf, Person } from "../person/index.ts";
import { Line } from "../text.ts";

/** A programme for more sites or departments than this is one for all; and each sending reads it whole. */
const MAXIMUM_NAMES = 20;
const MAXIMUM_LANGUAGES = 10;

/** A list that leaves somebody out: an empty one would leave out everybody. */
const names = <T extends z.ZodType>(name: T, maximum: number) =>
  z.array(name).min(1, "Name at least one, or leave it out.").max(maximum);

/** Who may take part in a role. Each criterion that is there must fit; what nobody knows of a person fits none. */
export const Eligibility = z
  .strictObject({
    generations: names(GenerationName, MAXIMUM_NAMES).describe("She is of one of these"),
    seniorities: names(Person.shape.seniority.unwrap(), MAXIMUM_NAMES).describe("Hers is one of these"),
    sites: names(Line, MAXIMUM_NAMES).describe("She works at one of these, spelt as in the directory"),
    departments: names(Line, MAXIMUM_NAMES).describe("She is in one of these, spelt as in the directory"),
    languages: names(Person.shape.languages.unwrap().element, MAXIMUM_LANGUAGES).describe(
      "She can meet in one of these; where the directory names none of hers, in the one of her mails",
    ),
  })
  .partial();
export type Eligibility = z.infer<typeof Eligibility>;
export type EligibilityCriterion = keyof Eligibility;

/** Who may mentor and who may be mentored; a role without criteria is open to everybody. */
export const EligibilityByRole = z.strictObject({
  mentor: Eligibility.default({}),
  mentee: Eligibility.default({}),
});
export type EligibilityByRole = z.infer<typeof EligibilityByRole>;

/** A change of one role leaves the other as it is. */
export const EligibilityChange = z.strictObject({ mentor: Eligibility, mentee: Eligibility }).partial();
export type EligibilityChange = z.infer<typeof EligibilityChange>;

/** Eligibility with a change applied. */
export const changedEligibility = (
  before: EligibilityByRole,
  { mentor = before.mentor, mentee = before.mentee }: EligibilityChange,
): EligibilityByRole => ({ mentor, mentee });

/** What of a person each criterion looks at. */
const attributes: {
  readonly [C in EligibilityCriterion]-?: (
    person: Person,
    generations: GenerationRanges,
  ) => readonly string[];
} = {
  generations: ({ birthYear }, generations) => some(birthYear && generationOf(birthYear, generations)),
  seniorities: ({ seniority }) => some(seniority),
  sites: ({ site }) => some(site),
  departments: ({ department }) => some(department),
  languages: ({ languages, locale }) => (languages?.length ? languages : some(locale)),
};

const some = (value: string | 0 | undefined): string[] => (value ? [value] : []);

/** The criteria that a person does not fit. */
export const misfitsOf = (
  person: Person,
  eligibility: Eligibility,
  generations: GenerationRanges,
): EligibilityCriterion[] =>
  (Object.keys(attributes) as EligibilityCriterion[]).filter((criterion) => {
    const accepted: readonly string[] | undefined = eligibility[criterion];
    return accepted && !attributes[criterion](person, generations).some((one) => accepted.includes(one));
  });

/** Whether a person may take part in the role that an eligibility is of. */
export const isEligible = (
  person: Person,
  eligibility: Eligibility,
  generations: GenerationRanges,
): boolean => misfitsOf(person, eligibility, generations).length === 0;
