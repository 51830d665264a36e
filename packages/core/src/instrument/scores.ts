import { type Answers, scored } from "./answers.ts";
import type { Instrument } from "./schema.ts";

/**
 * The score of each subscale: the mean of its answered items, reversed ones the other way round, on the
 * instrument's own scale from 1 to the number of its steps. A subscale of which nothing was answered has none.
 */
export function subscaleScores(
  { items, scale }: Pick<Instrument, "items" | "scale">,
  answers: Answers,
): Readonly<Record<string, number>> {
  const scores = new Map<string, number[]>();
  for (const item of items) {
    const answer = Object.hasOwn(answers, item.key) ? answers[item.key] : undefined;
    if (item.kind !== "scale" || typeof answer !== "number") continue;
    const score = scored(item, answer, scale.length);
    scores.set(item.subscale, [...(scores.get(item.subscale) ?? []), score]);
  }
  return Object.fromEntries([...scores].map(([subscale, all]) => [subscale, mean(all)]));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
