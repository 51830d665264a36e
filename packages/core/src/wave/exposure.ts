import { atomsOf, coarsened, type Group } from "./atoms.ts";
import { exchanged, lotsIn, type Row, type Tableau, tableauOf } from "./tableau.ts";

/** Where the search gives up. With three roles, six generations and a hundred departments it needs some 200. */
const MAXIMUM_NODES = 2_000;
const UNDECIDED = "undecided";

/**
 * The smallest of the shown groups through which something about fewer than `threshold` respondents can be
 * computed; `undefined` when nothing can. Groups stand smallest first.
 *
 * Whatever can be computed is a combination of the total and the groups: it counts each respondent so and so
 * often. One that counts a few people, but not nobody, is an exposure. The search is exact; when it takes too
 * long, the smallest group is named, since it is better to hide than to risk.
 */
export function smallestExposing(
  groups: readonly Group[],
  total: number,
  threshold: number,
): Group | undefined {
  const atoms = coarsened(atomsOf(groups, total), threshold);
  const search = { sizes: atoms.map(({ members }) => members.length), threshold, nodes: 0 };
  const exposure = findExposure(search, tableauOf(atoms), new Set());
  if (!exposure) return undefined;
  if (exposure === UNDECIDED) return groups[0];
  // A lot bears the label of its smallest group.
  return groups[lotsIn(atoms).find((_, at) => exposure.sets[at] !== 0) ?? 0];
}

interface Search {
  readonly sizes: readonly number[];
  readonly threshold: number;
  nodes: number;
}

/**
 * A combination of the tableau's rows that counts fewer than `threshold` respondents, those in the removed atoms
 * among them.
 *
 * It must count the pivot of some row. So each row in turn is the first whose pivot it counts: that atom is
 * removed, the row gets another pivot, and the rows before it take no part any more. Neither do rows whose pivot
 * has more people than are still allowed; with the largest atoms as pivots these are most of them.
 */
function findExposure(
  search: Search,
  { rows, scale, exact }: Tableau,
  removed: ReadonlySet<number>,
): Row | typeof UNDECIDED | undefined {
  search.nodes += 1;
  if (!exact || search.nodes > MAXIMUM_NODES) return UNDECIDED;
  const { sizes, threshold } = search;
  const people = (atoms: Iterable<number>): number =>
    [...atoms].reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
  const counted = (row: Row): number[] => [...sizes.keys()].filter((at) => row.atoms[at] !== 0);
  const possible = rows
    .filter(({ pivot }) => people([...removed, pivot]) < threshold)
    .sort((one, other) => one.pivot - other.pivot);
  const exposing = possible.find((row) => people(counted(row)) < threshold);
  if (exposing) return exposing;
  // The last row alone counts too many people.
  for (const [at, row] of possible.slice(0, -1).entries()) {
    const without = new Set([...removed, row.pivot]);
    const next = counted(row).find((atom) => !without.has(atom));
    if (next === undefined) continue;
    const tableau = exchanged({ rows: possible.slice(at), scale, exact }, row, next);
    const found = findExposure(search, tableau, without);
    if (found) return found;
  }
  return undefined;
}
