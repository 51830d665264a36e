import { type Competence, type CompetenceLevel, levelOrder } from "@viceversa/core/competence/index.ts";
import { ProfileInput } from "@viceversa/core/participant/index.ts";
import { type Format, formatOf } from "@viceversa/core/programme/index.ts";
import { Email, Paragraphs } from "@viceversa/core/text.ts";
import {
  type ApplicationFault,
  AVOIDED_PEOPLE,
  applicationFields,
  applicationParts,
  dayParts,
  TICKED,
  weekdays,
} from "@viceversa/views/page/application-fields.ts";
import type { Form } from "./handler.ts";

/** What the form of an application is read with. */
export interface Asked {
  readonly competences: readonly Competence[];
  readonly teaches: boolean;
  readonly learns: boolean;
  readonly languages: readonly string[];
  readonly format: Format;
}

/** Somebody whom the applicant would rather not meet, by address. */
export interface Avoided {
  readonly field: string;
  readonly email: string;
  readonly reason: string;
}

/** An application as it was filled in; what does not fit is missing in the profile and named among the faults. */
export interface ReadApplication {
  readonly profile: ProfileInput;
  readonly avoided: readonly Avoided[];
  /** In the order of the page. */
  readonly faults: ReadonlyMap<string, ApplicationFault>;
}

type Faults = Map<string, ApplicationFault>;
const fields = applicationFields;
const shape = ProfileInput.shape;

const textIn = (form: Form, field: string): string => (form[field] ?? "").trim();

/** Reads what an applicant has filled in. */
export function readApplication(form: Form, asked: Asked): ReadApplication {
  const faults: Faults = new Map();
  const offers = asked.teaches ? offersIn(form, asked, faults) : [];
  const wants = asked.learns ? wantsIn(form, asked, faults) : [];
  const interests = interestsIn(form, faults);
  const venue = venueIn(form, asked.format, faults);
  const motivation = motivationIn(form, faults);
  const profile: ProfileInput = {
    offers,
    wants,
    languages: asked.languages.filter((code) => form[fields.language(code)] === TICKED),
    availability: availabilityIn(form),
    interests,
    ...(venue && { venue }),
    motivation,
  };
  return { profile, avoided: avoidedIn(form, faults), faults };
}

const levelsByValue = new Map(
  Object.entries(levelOrder).map(([level, order]) => [String(order), level as CompetenceLevel]),
);

/** The level that was chosen in a select; none when it was left at its dash, or holds none of ours. */
const levelIn = (form: Form, field: string): CompetenceLevel | undefined =>
  levelsByValue.get(textIn(form, field));

/** A select that holds what it does not offer: the page was not filled in by hand. */
const isForeign = (form: Form, field: string): boolean => textIn(form, field) !== "" && !levelIn(form, field);

function offersIn(form: Form, { competences }: Asked, faults: Faults): ProfileInput["offers"] {
  const offers = competences.flatMap(({ id, key }) => {
    const field = fields.offer(key);
    if (isForeign(form, field)) faults.set(field, "impossible");
    const level = levelIn(form, field);
    return level ? [{ competenceId: id, level }] : [];
  });
  if (offers.length === 0 && faults.size === 0) faults.set(applicationParts.offers, "noOffer");
  if (!shape.offers.safeParse(offers).success) faults.set(applicationParts.offers, "tooMany");
  return offers;
}

function wantsIn(form: Form, { competences }: Asked, faults: Faults): ProfileInput["wants"] {
  const wants = competences.flatMap((competence) => wishIn(form, competence, faults) ?? []);
  const isFaulty = competences.some(({ key }) => faults.has(fields.goal(key)));
  if (wants.length === 0 && !isFaulty) faults.set(applicationParts.wants, "noWish");
  if (!shape.wants.safeParse(wants).success) faults.set(applicationParts.wants, "tooMany");
  return wants;
}

function wishIn(
  form: Form,
  { id, key }: Competence,
  faults: Faults,
): ProfileInput["wants"][number] | undefined {
  const now = fields.now(key);
  const goal = fields.goal(key);
  const from = levelIn(form, now);
  const to = levelIn(form, goal);
  const isStep = !from || !to || levelOrder[from] < levelOrder[to];
  if (isForeign(form, now) || isForeign(form, goal)) faults.set(goal, "impossible");
  else if (from && !to) faults.set(goal, "noGoal");
  else if (!isStep) faults.set(goal, "noStep");
  if (!to || faults.has(goal)) return undefined;
  const priority = { "1": 1, "3": 3 }[textIn(form, fields.priority(key))] ?? 2;
  return { competenceId: id, ...(from && { from }), to, priority };
}

const availabilityIn = (form: Form): ProfileInput["availability"] =>
  weekdays.flatMap((weekday) =>
    dayParts
      .filter(({ name }) => form[fields.free(weekday, name)] === TICKED)
      .map(({ from, to }) => ({ weekday, from, to })),
  );

function interestsIn(form: Form, faults: Faults): string[] {
  const interests = textIn(form, fields.interests)
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const parsed = shape.interests.safeParse(interests);
  if (parsed.success) return parsed.data;
  const tooMany = parsed.error.issues.some(({ path }) => path.length === 0);
  faults.set(fields.interests, tooMany ? "tooManyInterests" : "tooLong");
  return [];
}

/** Which kind of venue an applicant can name: where people meet here and there, either. */
export function venueAskedOf(format: Format): "place" | "link" | "either" {
  const { meets } = formatOf({ format });
  return meets === "both" ? "either" : meets;
}

/** A place or a link, by what the programme's format asks for; where either will do, a link tells itself. */
function venueIn(form: Form, format: Format, faults: Faults): ProfileInput["venue"] {
  const text = textIn(form, fields.venue);
  if (text === "") return undefined;
  const meets = venueAskedOf(format);
  const isLink = meets === "link" || (meets === "either" && /^https?:/i.test(text));
  const parsed = shape.venue.safeParse(
    isLink ? { kind: "link", link: text } : { kind: "place", place: text },
  );
  if (parsed.success) return parsed.data;
  faults.set(fields.venue, isLink ? "noLink" : "tooLong");
  return undefined;
}

function motivationIn(form: Form, faults: Faults): string {
  const parsed = shape.motivation.safeParse(textIn(form, fields.motivation));
  if (parsed.success) return parsed.data;
  faults.set(fields.motivation, "tooLong");
  return "";
}

function avoidedIn(form: Form, faults: Faults): Avoided[] {
  const places = Array.from({ length: AVOIDED_PEOPLE }, (_, at) => at + 1);
  return places.flatMap((at) => {
    const field = fields.avoid(at);
    const email = textIn(form, field);
    const reason = Paragraphs.safeParse(textIn(form, fields.reason(at)));
    if (!reason.success) faults.set(fields.reason(at), "tooLong");
    if (email === "" && !reason.data) return [];
    if (!Email.safeParse(email).success) {
      faults.set(field, "noEmail");
      return [];
    }
    return [{ field, email, reason: reason.data ?? "" }];
  });
}
