import { type Answers, type Instrument, type InstrumentItem, scored } from "../instrument/index.ts";
import type { Group } from "./atoms.ts";
import { showable } from "./suppress.ts";
import type { Cell, Figure, ReleasedTables } from "./tables.ts";
import { agreementIn } from "./unanimity.ts";

/** One response as the tables see it: its answers, and the groups that it counts in. */
export interface CountedResponse {
  readonly answers: Answers;
  readonly groups: { readonly role?: string; readonly generation?: string; readonly department?: string };
}

/** What the tables are about: the smallest group shown, how many were asked, and the partitions. */
interface Reported {
  readonly threshold: number;
  readonly invited: number;
  readonly by: readonly (typeof partitions)[number][];
}

type ScaleItem = Extract<InstrumentItem, { kind: "scale" }>;
export const partitions = ["role", "generation", "department"] as const;
/** Who belongs to no group of a partition is counted here, so that each partition covers everybody. */
const UNKNOWN = "unknown";
/** The two highest answers of a scale are favourable. */
const FAVOURABLE_ANSWERS = 2;

/**
 * The tables that a wave releases. Suppression works on respondents, figures on scored answers; means have two
 * decimals, shares two. An item whose sums would give answers away, since a group is unanimous on it or what is
 * left when groups are subtracted, is given as bounds in every group: one exact figure less could be computed
 * from the others.
 */
export function releaseTables(
  { items, scale: { length: highest } }: Pick<Instrument, "items" | "scale">,
  responses: readonly CountedResponse[],
  { threshold, invited, by }: Reported,
): ReleasedTables {
  const scaleItems = items.filter((item): item is ScaleItem => item.kind === "scale");
  const groups = by.flatMap((partition) => groupsOf(partition, responses));
  const enough = responses.length >= threshold;
  const shown = showable(groups, responses.length, threshold);
  const scoreOf = (item: ScaleItem) => (at: number) => scoreIn(responses[at], item, highest);
  const scoresOf = (item: ScaleItem, members: ReadonlySet<number>): number[] =>
    [...members].map(scoreOf(item)).filter((score) => score !== undefined);
  const agree = agreementIn([...shown], responses.length);
  const telling = new Set(scaleItems.filter((item) => agree(scoreOf(item))).map(({ key }) => key));
  const cellOf = (group: string, members: ReadonlySet<number>, bounded: ReadonlySet<string>): Cell => ({
    kind: "shown",
    group,
    responses: members.size,
    items: Object.fromEntries(
      scaleItems.map((item) => [item.key, figureOf(scoresOf(item, members), highest, bounded.has(item.key))]),
    ),
  });
  const cells = (partition: string): Cell[] =>
    groups
      .filter((group) => group.partition === partition)
      .map((group) =>
        shown.has(group) ? cellOf(group.name, group.members, telling) : suppressed(group.name),
      );
  return {
    threshold,
    invited,
    responses: responses.length,
    kirkpatrickLevel: 1,
    total: enough
      ? cellOf("total", new Set(responses.keys()), new Set())
      : { kind: "suppressed", group: "total" },
    by: Object.fromEntries(by.map((partition) => [partition, cells(partition)])),
    comments: releasedComments({ items }, responses, threshold).length,
  };
}

function scoreIn(
  response: CountedResponse | undefined,
  item: ScaleItem,
  highest: number,
): number | undefined {
  const answer = response?.answers[item.key];
  return typeof answer === "number" ? scored(item, answer, highest) : undefined;
}

/** The groups of a partition; each response is in one of them. */
export function groupsOf(
  partition: (typeof partitions)[number],
  responses: readonly CountedResponse[],
): Group[] {
  const members = new Map<string, Set<number>>();
  for (const [at, { groups }] of responses.entries()) {
    const name = groups[partition] ?? UNKNOWN;
    members.set(name, (members.get(name) ?? new Set()).add(at));
  }
  return [...members]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, set]) => ({ partition, name, members: set }));
}

const suppressed = (group: string): Cell => ({ kind: "suppressed", group });
const isUnanimous = (scores: readonly number[]): boolean => new Set(scores).size === 1;
const rounded = (value: number): number => Math.round(value * 100) / 100;

function figureOf(scores: readonly number[], highest: number, bounded: boolean): Figure {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  if (!bounded && !isUnanimous(scores)) {
    const favourable = scores.filter((score) => score > highest - FAVOURABLE_ANSWERS).length / scores.length;
    return { kind: "exact", mean: rounded(mean), favourable: rounded(favourable) };
  }
  // A band of two points around the mean, which a group that is not unanimous could have as well.
  const atLeast = Math.min(Math.max(1, Math.round(mean) - 1), highest - 2);
  return { kind: "bounds", atLeast, atMost: atLeast + 2 };
}

/** What was written, in alphabetical order; nothing when fewer than twice the threshold have answered. */
export function releasedComments(
  { items }: Pick<Instrument, "items">,
  responses: readonly CountedResponse[],
  threshold: number,
): string[] {
  if (responses.length < 2 * threshold) return [];
  const keys = items.filter(({ kind }) => kind === "comment").map(({ key }) => key);
  return responses
    .flatMap(({ answers }) => keys.map((key) => answers[key]))
    .filter((answer): answer is string => typeof answer === "string")
    .sort();
}
