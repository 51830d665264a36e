import { chance, oneOf } from "./chance.ts";
import type { PageForm } from "./form.ts";

export type Fields = [name: string, value: string][];

/** Who fills in a form, and how far the programme is. */
export interface Writer {
  readonly email: string;
  /** From 0, the first day, to 1, the last. */
  readonly progress: number;
  /** She says no to the match that she is shown. */
  readonly declines: boolean;
}

/** How somebody fills in the form of one kind of page. */
type FillingIn = (form: PageForm, writer: Writer) => Fields;

const interests = ["fotografia", "podcasts", "cooking", "cycling", "prototyping", "giardinaggio"];
const comments = [
  "We need more time for exercises.",
  "Molto utile per il lavoro di ogni giorno.",
  "I would like to see examples from our own department.",
  "Gli esempi pratici aiutano.",
];
/** What hires know best and seniors ask for first: the demo's people meet over a dozen competences. */
const COMPETENCES_IN_PLAY = 12;
const ADEQUATE_LEVELS = 3;

/** What people do with each page that a mail leads to. A page without a row is not answered by anybody. */
export const fillingIn: Readonly<Record<string, FillingIn>> = {
  apply: (form, writer) => [
    ["choice", chance(writer.email, "takes part") < 0.93 ? "yes" : "no"],
    ...competences(form, writer),
    ...form.ticks.filter((name) => isTicked(name, writer)).map((name): [string, string] => [name, "on"]),
    ["interests", oneOf(interests, writer.email, "interest")],
  ],
  prepare: (form, writer) => [
    ...form.hidden,
    ...form.ticks.map((name): [string, string] => [name, "on"]),
    ...scales(form, { ...writer, progress: 0.6 }),
  ],
  match: (_, { declines }) => [["choice", declines ? "no" : "yes"]],
  proposal: (form) => [...form.hidden, ["choice", "accept"]],
  "follow-up": (form, writer) => [
    ...form.hidden,
    ...scales(form, writer).filter(([name]) => name !== "happened"),
    ["happened", chance(writer.email, "happened", writer.progress) < 0.94 ? "yes" : "no"],
  ],
  questionnaire: (form, writer) => [
    ...form.hidden,
    ...scales(form, writer),
    ...form.texts
      .filter((name) => chance(writer.email, name, "comment") < 0.25)
      .map((name): [string, string] => [name, oneOf(comments, writer.email, name)]),
  ],
};

/** Everybody can meet in English; who is at work in the morning or the afternoon differs. */
function isTicked(name: string, { email }: Writer): boolean {
  if (name === "language.en") return true;
  if (name === "language.it") return chance(email, name) < 0.6;
  return name.startsWith("free.") && chance(email, name) < 0.7;
}

const keyOf = (name: string): string => name.slice(name.indexOf(".") + 1);

/** The names of one kind that somebody chooses: some of those in play, and always the first. */
function chosen({ lists }: PageForm, { email }: Writer, isOpen: (name: string) => boolean): string[] {
  const names = [...lists.keys()].filter(isOpen);
  const some = names.slice(0, COMPETENCES_IN_PLAY).filter((name) => chance(email, name) < 0.4);
  return [...new Set([...some, ...names.slice(0, 1)])];
}

/** What somebody can teach, and wants to learn and from where to where; nobody wants what she offers. */
function competences(form: PageForm, writer: Writer): Fields {
  const { lists } = form;
  const { email } = writer;
  const offers = chosen(form, writer, (name) => name.startsWith("offer."));
  const offered = new Set(offers.map(keyOf));
  const goals = chosen(form, writer, (name) => name.startsWith("goal.") && !offered.has(keyOf(name)));
  return [...offers, ...goals].flatMap((name): Fields => {
    const levels = (lists.get(name) ?? []).filter(Boolean).slice(0, ADEQUATE_LEVELS + 1);
    const key = keyOf(name);
    if (name.startsWith("offer.")) return [[name, levels[2 + Math.floor(chance(email, key) * 2)] ?? ""]];
    return [
      [`now.${key}`, levels[0] ?? ""],
      [name, levels[1 + Math.floor(chance(email, key) * 2)] ?? ""],
      [`priority.${key}`, oneOf(lists.get(`priority.${key}`) ?? [""], email, key)],
    ];
  });
}

/** Answers on scales: each person has a level of her own, which rises a little as the programme goes on. */
function scales({ choices }: PageForm, { email, progress }: Writer): Fields {
  const own = chance(email, "level");
  return [...choices].map(([name, values]) => {
    const share = 0.3 + 0.3 * own + 0.25 * progress + 0.3 * (chance(email, name, progress) - 0.5);
    const at = Math.min(values.length - 1, Math.max(0, Math.round(share * (values.length - 1))));
    return [name, values[at] ?? ""];
  });
}
