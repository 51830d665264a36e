import { z } from "zod";
import { type Instrument, type InstrumentItem, MAXIMUM_COMMENT } from "./schema.ts";

/** What somebody answered: a number from 1 for each scale item, text for comments. */
export const Answers = z.record(
  z.string().max(40),
  z.union([z.number().int(), z.string().max(MAXIMUM_COMMENT)]),
);
export type Answers = z.infer<typeof Answers>;

/** Why answers do not fit, by item; the respondent's words are not repeated. A foreign one is of no item here. */
export type AnswerFaults = Readonly<Record<string, "missing" | "impossible" | "too-long" | "foreign">>;

/**
 * Reads what a form brought: every scale item has an answer that its scale knows, comments may be empty, and
 * there is no answer to anything else.
 */
export function readAnswers(
  { items, scale }: Pick<Instrument, "items" | "scale">,
  form: Readonly<Record<string, string>>,
): { readonly answers: Answers; readonly faults: AnswerFaults } {
  const answers: Answers = {};
  const faults: Record<string, AnswerFaults[string]> = {};
  for (const item of items) {
    const given = (Object.hasOwn(form, item.key) ? (form[item.key] ?? "") : "").trim();
    const read = item.kind === "scale" ? scaleAnswer(given, scale.length) : comment(given);
    if (read.fault) faults[item.key] = read.fault;
    else if (read.answer !== undefined) answers[item.key] = read.answer;
  }
  const keys = new Set(items.map(({ key }) => key));
  for (const field of Object.keys(form)) if (!keys.has(field)) faults[field] = "foreign";
  return { answers, faults };
}

interface ReadAnswer {
  readonly answer?: number | string;
  readonly fault?: AnswerFaults[string];
}

function scaleAnswer(given: string, highest: number): ReadAnswer {
  if (given === "") return { fault: "missing" };
  const answer = /^\d{1,2}$/.test(given) ? Number(given) : 0;
  return answer >= 1 && answer <= highest ? { answer } : { fault: "impossible" };
}

function comment(given: string): ReadAnswer {
  if (given.length > MAXIMUM_COMMENT) return { fault: "too-long" };
  return given === "" ? {} : { answer: given };
}

/** An answer as it counts: reversed items the other way round, so that high is always good. */
export const scored = (
  item: Extract<InstrumentItem, { kind: "scale" }>,
  answer: number,
  highest: number,
): number => (item.reverse ? highest + 1 - answer : answer);
