/** A group of a partition, with the respondents in it by their place. */
export interface Group {
  readonly partition: string;
  readonly name: string;
  readonly members: ReadonlySet<number>;
}

/**
 * Which groups may be shown besides the total, so that neither a shown group nor what sums and differences of
 * shown groups and the total yield is a set of fewer than `threshold` respondents. Groups that must go are
 * chosen smallest first; the same input always shows the same groups.
 *
 * The rules: a group under the threshold is hidden; what a partition hides must together reach the threshold
 * and be at least two groups; no shown set lies inside another (the total included) with a difference under
 * the threshold; and no small set of respondents can be computed as a linear combination of shown sums.
 */
export function showable(groups: readonly Group[], total: number, threshold: number): Set<Group> {
  const ordered = [...groups].sort(
    (a, b) => a.members.size - b.members.size || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const shown = new Set(ordered.filter(({ members }) => members.size >= threshold));
  for (;;) {
    const victim = findVictim(ordered, shown, { total, threshold });
    if (!victim) return shown;
    shown.delete(victim);
  }
}

const keyOf = ({ partition, name }: Group): string => `${partition}\n${name}`;

interface Limits {
  readonly total: number;
  readonly threshold: number;
}

/** The smallest shown group whose hiding takes a breach away; `undefined` when there is none. */
function findVictim(ordered: readonly Group[], shown: ReadonlySet<Group>, limits: Limits): Group | undefined {
  const visible = ordered.filter((group) => shown.has(group));
  return thinlyHidden(ordered, shown, limits) ?? nested(visible, limits) ?? computable(visible, limits);
}

/** What a partition hides must not be one group, nor a few people: the total minus the rest would show it. */
function thinlyHidden(
  ordered: readonly Group[],
  shown: ReadonlySet<Group>,
  { threshold }: Limits,
): Group | undefined {
  for (const partition of new Set(ordered.map((group) => group.partition))) {
    const own = ordered.filter((group) => group.partition === partition);
    const hidden = own.filter((group) => !shown.has(group));
    const people = hidden.reduce((sum, { members }) => sum + members.size, 0);
    if (hidden.length === 0 || (hidden.length > 1 && people >= threshold)) continue;
    const smallest = own.find((group) => shown.has(group));
    if (smallest) return smallest;
  }
  return undefined;
}

/** A shown group that lies inside another shown set and leaves a few people over. */
function nested(visible: readonly Group[], { total, threshold }: Limits): Group | undefined {
  const breaches = (rest: number): boolean => rest > 0 && rest < threshold;
  for (const inner of visible) {
    if (breaches(total - inner.members.size)) return inner;
    for (const outer of visible) {
      const inside = inner !== outer && [...inner.members].every((member) => outer.members.has(member));
      if (inside && breaches(outer.members.size - inner.members.size)) return inner;
    }
  }
  return undefined;
}

/** A shown group through which the sum over fewer people than the threshold can be computed. */
function computable(visible: readonly Group[], { total, threshold }: Limits): Group | undefined {
  const atoms = atomsOf(visible, total);
  const basis = rowSpace([
    atoms.map(() => 1),
    ...visible.map((group) => atoms.map(({ first }) => (group.members.has(first) ? 1 : 0))),
  ]);
  const small = atoms.map(({ size }, at) => ({ size, at })).filter(({ size }) => size < threshold);
  const exposed = (...ats: number[]): boolean =>
    spans(
      basis,
      atoms.map((_, at) => (ats.includes(at) ? 1 : 0)),
    );
  for (const [index, { at, size }] of small.entries()) {
    const alone = exposed(at);
    const paired = small
      .slice(index + 1)
      .some((other) => size + other.size < threshold && exposed(at, other.at));
    if (alone || paired) return visible[0];
  }
  return undefined;
}

/** Respondents whom no shown group tells apart. */
function atomsOf(visible: readonly Group[], total: number): { first: number; size: number }[] {
  const atoms = new Map<string, { first: number; size: number }>();
  for (let respondent = 0; respondent < total; respondent += 1) {
    const signature = visible.map(({ members }) => (members.has(respondent) ? 1 : 0)).join("");
    const atom = atoms.get(signature);
    if (atom) atom.size += 1;
    else atoms.set(signature, { first: respondent, size: 1 });
  }
  return [...atoms.values()];
}

/** Numbers nearer to zero than this are zero: the rows hold zeros and ones only. */
const EPSILON = 1e-9;

/** The rows in reduced echelon form, each with its pivot. */
function rowSpace(rows: readonly (readonly number[])[]): { pivot: number; row: number[] }[] {
  const basis: { pivot: number; row: number[] }[] = [];
  for (const row of rows) {
    const rest = reduce(basis, row);
    const pivot = rest.findIndex((value) => Math.abs(value) > EPSILON);
    if (pivot < 0) continue;
    const scale = rest[pivot] ?? 1;
    basis.push({ pivot, row: rest.map((value) => value / scale) });
  }
  return basis;
}

const spans = (basis: readonly { pivot: number; row: number[] }[], wanted: readonly number[]): boolean =>
  reduce(basis, wanted).every((value) => Math.abs(value) <= EPSILON);

function reduce(basis: readonly { pivot: number; row: number[] }[], row: readonly number[]): number[] {
  let rest = [...row];
  for (const { pivot, row: known } of basis) {
    const factor = rest[pivot] ?? 0;
    if (Math.abs(factor) > EPSILON) rest = rest.map((value, at) => value - factor * (known[at] ?? 0));
  }
  return rest;
}
