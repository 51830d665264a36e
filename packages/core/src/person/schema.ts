import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { Email, Line, Locale } from "../text.ts";
import { Instant, Zone } from "../time.ts";
import { personLifecycle } from "./lifecycle.ts";

/** Years that a colleague of today can be born in; a typing error should not become a generation. */
const BirthYear = z.number().int().min(1920).max(2015).describe("Only used to derive the generation");
/** From the lowest to the highest. */
export const seniorities = ["junior", "intermediate", "senior", "executive"] as const;
const Seniority = z.enum(seniorities).describe("Seniority in the company");
const MAXIMUM_LANGUAGES = 10;
const Language = z.string().regex(/^[a-z]{2,3}$/, "Give a language code, like it or en.");

const base = z.object({
  externalId: Line.describe("The customer's own key of this person, unique"),
  email: Email.describe("Unique, whatever its case"),
  name: Line,
  givenName: Line.optional().describe("What mails greet with; without one they greet nobody by name"),
  locale: Locale.optional(),
  zone: Zone.optional(),
  site: Line.optional(),
  department: Line.optional(),
  jobTitle: Line.optional(),
  seniority: Seniority.optional(),
  managerId: idOf("person").optional().describe("Whom she reports to"),
  birthYear: BirthYear.optional(),
  languages: z.array(Language).max(MAXIMUM_LANGUAGES).optional().describe("Languages that she can meet in"),
});

export const PersonInput = z.strictObject(base.shape);
export type PersonInput = z.infer<typeof PersonInput>;

/** A change names what it changes; `null` takes an optional part away. */
export const PersonChange = z.strictObject({
  externalId: base.shape.externalId.optional(),
  email: base.shape.email.optional(),
  name: base.shape.name.optional(),
  givenName: Line.nullish(),
  locale: Locale.nullish(),
  zone: Zone.nullish(),
  site: Line.nullish(),
  department: Line.nullish(),
  jobTitle: Line.nullish(),
  seniority: Seniority.nullish(),
  managerId: idOf("person").nullish(),
  birthYear: BirthYear.nullish(),
  languages: base.shape.languages.nullish(),
});
export type PersonChange = z.infer<typeof PersonChange>;

/** A person as clients see her. Of an erased one nothing remains but her id; what named her is empty. */
export const Person = base
  .extend({
    externalId: z.string().describe("The customer's own key of this person; empty once she is erased"),
    email: z.string().describe("Unique, whatever its case; empty once she is erased"),
    name: z.string().describe("Empty once she is erased"),
    id: idOf("person"),
    state: stateIn(personLifecycle),
    erasureJobId: idOf("job").optional().describe("The job that erases her, or has"),
    deactivatedAt: Instant.optional().describe("Since when she is deactivated"),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof Person>;
