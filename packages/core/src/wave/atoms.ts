/** A group of a partition, with the respondents in it by their place. Groups of one partition are disjoint. */
export interface Group {
  readonly partition: string;
  readonly name: string;
  readonly members: ReadonlySet<number>;
}

/** Respondents whom no group tells apart: every sum of groups counts all of them, and equally often, or none. */
export interface Atom {
  readonly members: readonly number[];
  /** The place of their group, or of the lot that it is in, for each partition. */
  readonly labels: readonly number[];
}

/** The label of whoever is in no group of a partition. */
export const NONE = -1;

/** The atoms of groups that stand in a fixed order: largest first, and in a fixed order themselves. */
export function atomsOf(groups: readonly Group[], total: number): Atom[] {
  const partitions = [...new Set(groups.map(({ partition }) => partition))].sort();
  const labels = Array.from({ length: total }, () => partitions.map(() => NONE));
  for (const [at, { partition, members }] of groups.entries()) {
    const column = partitions.indexOf(partition);
    for (const member of members) labels[member]?.splice(column, 1, at);
  }
  return joined(labels.map((own, member) => ({ members: [member], labels: own })));
}

/**
 * The atoms that remain when groups are joined into lots that need not be told apart: groups to which every
 * combination of sums that concerns fewer than `threshold` respondents must give the same weight. Where it
 * gave two groups of a partition different weights, it would concern one of any two respondents who differ in
 * these groups only; so as many such pairs as the threshold rule it out. A lot bears its lowest label; groups
 * joined with `NONE` have no weight at all.
 *
 * This is not needed for a right answer but for a fast one: of large groups next to nothing is left to search.
 */
export function coarsened(atoms: readonly Atom[], threshold: number): Atom[] {
  let coarse = [...atoms];
  for (;;) {
    const before = coarse.length;
    for (const column of atoms[0]?.labels.keys() ?? []) {
      const lots = lotsOf(pairsIn(coarse, column), threshold);
      coarse = joined(
        coarse.map(({ members, labels }) => ({
          members,
          labels: labels.map((label, at) => (at === column ? lots(label) : label)),
        })),
      );
    }
    if (coarse.length === before) return coarse;
  }
}

interface Pairs {
  readonly low: number;
  readonly high: number;
  people: number;
}

/** How many disjoint pairs of respondents differ in these two labels of the column, and in nothing else. */
function pairsIn(atoms: readonly Atom[], column: number): Iterable<Pairs> {
  const alike = new Map<string, Atom[]>();
  for (const atom of atoms) {
    const rest = atom.labels.with(column, NONE).join();
    alike.set(rest, [...(alike.get(rest) ?? []), atom]);
  }
  const pairs = new Map<string, Pairs>();
  const labelOf = ({ labels }: Atom): number => labels[column] ?? NONE;
  for (const crowd of alike.values()) {
    crowd.sort((one, other) => labelOf(one) - labelOf(other));
    for (const [at, one] of crowd.entries()) {
      for (const other of crowd.slice(at + 1)) {
        const [low, high] = [labelOf(one), labelOf(other)];
        const known = pairs.get(`${low} ${high}`) ?? { low, high, people: 0 };
        known.people += Math.min(one.members.length, other.members.length);
        pairs.set(`${low} ${high}`, known);
      }
    }
  }
  return pairs.values();
}

/** The lot of each label, where labels are joined by enough pairs. */
function lotsOf(pairs: Iterable<Pairs>, threshold: number): (label: number) => number {
  const lower = new Map<number, number>();
  const lotOf = (label: number): number => {
    const next = lower.get(label);
    return next === undefined ? label : lotOf(next);
  };
  for (const { low, high, people } of pairs) {
    const [one, other] = [lotOf(low), lotOf(high)];
    if (people >= threshold && one !== other) lower.set(Math.max(one, other), Math.min(one, other));
  }
  return lotOf;
}

/** Atoms with the same labels as one. */
function joined(atoms: readonly Atom[]): Atom[] {
  const known = new Map<string, { members: number[]; labels: readonly number[] }>();
  for (const { members, labels } of atoms) {
    const key = labels.join();
    const atom = known.get(key);
    if (atom) atom.members.push(...members);
    else known.set(key, { members: [...members], labels });
  }
  return [...known]
    .sort(([key, one], [other, two]) => two.members.length - one.members.length || (key < other ? -1 : 1))
    .map(([, atom]) => atom);
}
