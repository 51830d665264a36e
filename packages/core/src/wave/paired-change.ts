import { z } from "zod";
import { idOf } from "../ids.ts";
import { type Instrument, subscaleScores } from "../instrument/index.ts";
import type { Group } from "./atoms.ts";
import { pairedStatistics } from "./paired-statistics.ts";
import { type CountedResponse, groupsOf, partitions } from "./release-tables.ts";
import { isExposing, showable } from "./suppress.ts";
import type { Cell, ReleasedTables } from "./tables.ts";
import { agreementIn } from "./unanimity.ts";

/** The change of one dimension for the people who answered both times; a suppressed one has not even their number. */
const ChangeCell = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("shown"),
    subscale: z.string(),
    n: z.number().int().describe("Who answered both times"),
    mean: z.number().describe("Later less earlier, in steps of the scale"),
    interval: z.object({ from: z.number(), to: z.number() }).describe("95 % confidence interval of the mean"),
    effectSize: z.number().describe("The mean in standard deviations of the differences (Cohen's d_z)"),
  }),
  z.object({ kind: z.literal("suppressed"), subscale: z.string() }),
]);
export type ChangeCell = z.infer<typeof ChangeCell>;

/** What changed between two waves, released once together with the later one and never computed again. */
export const ReleasedChange = z
  .object({
    since: idOf("wave").describe("The earlier wave"),
    threshold: z.number().int(),
    kirkpatrickLevel: z.literal(2).describe("Level of evidence: learning, as people assess it themselves"),
    subscales: z.array(ChangeCell),
  })
  .meta({ id: "ReleasedChange" });
export type ReleasedChange = z.infer<typeof ReleasedChange>;

/** A response that can be paired. */
export interface LinkedResponse extends CountedResponse {
  readonly participantId: string;
}

/** A confidential wave as its change is computed from it. */
export interface Answered {
  readonly instrument: Pick<Instrument, "items" | "scale">;
  readonly responses: readonly LinkedResponse[];
}

interface Pairing {
  readonly earlier: Answered & { readonly released: ReleasedTables };
  readonly later: Answered;
  readonly threshold: number;
}

/**
 * The change of each dimension that both instruments measure alike. All of it is suppressed where fewer than
 * `threshold` people answered both times, or where the sums of one wave together with the sum of those people would
 * tell something about fewer: an attacker who subtracts the change from what both waves have released learns of at
 * least as many people in one of them, since a person is concerned as soon as one of her two answers is. A dimension
 * is suppressed on its own where those sums would count people only who agree, or where all have changed alike.
 *
 * Nothing can be shown either when the earlier wave's people are not those any more that its tables were made from:
 * somebody was erased, or has moved to another department.
 */
export function pairedChange({ earlier, later, threshold }: Pairing): ChangeCell[] {
  const subscales = comparable(earlier.instrument, later.instrument);
  const suppressed = subscales.map((subscale): ChangeCell => ({ kind: "suppressed", subscale }));
  const ids = new Set(earlier.responses.map(({ participantId }) => participantId));
  const both = new Set(later.responses.map(({ participantId }) => participantId).filter((id) => ids.has(id)));
  const sides = [earlier, later].map((side) => sideOf(side, both, threshold));
  const isSafe =
    both.size >= threshold &&
    isAsReleased(earlier.responses, earlier.released) &&
    sides.every(({ isExposed }) => !isExposed);
  if (!isSafe) return suppressed;
  return subscales.map((subscale) => {
    const isTelling = sides.some(({ agree, scoreOf }) => agree((at) => scoreOf(at, subscale)));
    const differences = differencesIn(sides, both, subscale);
    const isWhole = !isTelling && differences.length === both.size;
    const statistics = isWhole ? pairedStatistics(differences) : undefined;
    if (!statistics) return { kind: "suppressed", subscale };
    const { n, mean, interval, effectSize } = statistics;
    const to = rounded(interval.to);
    return {
      kind: "shown",
      subscale,
      n,
      mean: rounded(mean),
      interval: { from: rounded(interval.from), to },
      effectSize: rounded(effectSize),
    };
  });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

interface Side {
  readonly responses: readonly LinkedResponse[];
  readonly isExposed: boolean;
  readonly agree: ReturnType<typeof agreementIn>;
  readonly scoreOf: (at: number, subscale: string) => number | undefined;
}

/** What could be computed in one wave by somebody who knew, beside its tables, the sum of those who answered both. */
function sideOf({ instrument, responses }: Answered, both: ReadonlySet<string>, threshold: number): Side {
  const groups = partitions.flatMap((partition) => groupsOf(partition, responses));
  const shown = showable(groups, responses.length, threshold);
  const members = new Set([...responses.keys()].filter((at) => both.has(responses[at]?.participantId ?? "")));
  const paired: Group = { partition: "paired", name: "paired", members };
  const known = members.size === responses.length ? [...shown] : [...shown, paired];
  const scores = responses.map(({ answers }) => subscaleScores(instrument, answers));
  return {
    responses,
    isExposed: isExposing(known, responses.length, threshold),
    agree: agreementIn(known, responses.length),
    scoreOf: (at, subscale) => scores[at]?.[subscale],
  };
}

function differencesIn(sides: readonly Side[], both: ReadonlySet<string>, subscale: string): number[] {
  const [before, after] = sides.map(
    ({ responses, scoreOf }) =>
      new Map(responses.map(({ participantId }, at) => [participantId, scoreOf(at, subscale)])),
  );
  return [...both].flatMap((id) => {
    const [one, other] = [before?.get(id), after?.get(id)];
    return one === undefined || other === undefined ? [] : [other - one];
  });
}

/** The dimensions that two versions of an instrument measure with the same items on a scale as long. */
function comparable(one: Answered["instrument"], other: Answered["instrument"]): string[] {
  if (one.scale.length !== other.scale.length) return [];
  const [before, after] = [one, other].map(itemsBySubscale);
  return [...(before?.keys() ?? [])].filter((subscale) => before?.get(subscale) === after?.get(subscale));
}

function itemsBySubscale({ items }: Answered["instrument"]): Map<string, string> {
  const scales = items.flatMap((item) => (item.kind === "scale" ? [item] : []));
  const by = Map.groupBy(scales, ({ subscale }) => subscale);
  return new Map(
    [...by].map(([subscale, all]) => [
      subscale,
      all
        .map(({ key, reverse }) => `${key} ${reverse}`)
        .sort()
        .join(),
    ]),
  );
}

/** Whether responses still make the groups that their tables were made from. */
function isAsReleased(responses: readonly LinkedResponse[], { by, ...released }: ReleasedTables): boolean {
  if (responses.length !== released.responses) return false;
  return partitions.every((partition) => {
    const sizes = new Map(groupsOf(partition, responses).map(({ name, members }) => [name, members.size]));
    return (by[partition] ?? []).every((cell: Cell) =>
      cell.kind === "shown" ? sizes.get(cell.group) === cell.responses : sizes.has(cell.group),
    );
  });
}
