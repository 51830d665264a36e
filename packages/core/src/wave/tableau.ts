import { type Atom, NONE } from "./atoms.ts";

/** A combination of sums: how often it counts the respondents of each atom, by the weights that sets have in it. */
export interface Row {
  /** An atom that no other row of its tableau counts. */
  readonly pivot: number;
  readonly atoms: readonly number[];
  /** By set: the lots of the atoms as they are listed, then the total. */
  readonly sets: readonly number[];
}

/** Independent combinations from which all others follow. */
export interface Tableau {
  readonly rows: readonly Row[];
  /** How often each row counts its pivot. */
  readonly scale: number;
  /** Whether all numbers are what they should be; when not, nothing is known. */
  readonly exact: boolean;
}

/** Up to here a product is an integer that a number holds, and so is the difference of two. */
const LARGEST = 2 ** 26;

/** The lots that atoms are in, lowest label first. */
export const lotsIn = (atoms: readonly Atom[]): number[] =>
  [...new Set(atoms.flatMap(({ labels }) => labels))].filter((label) => label !== NONE).sort((a, b) => a - b);

/** All that can be computed from the total and the lots of these atoms; pivots are the earliest atoms possible. */
export function tableauOf(atoms: readonly Atom[]): Tableau {
  const sets = [
    ...lotsIn(atoms).map(
      (lot) =>
        ({ labels }: Atom) =>
          labels.includes(lot),
    ),
    () => true,
  ];
  let tableau: Tableau = {
    rows: sets.map((holds, at) => ({
      pivot: NONE,
      atoms: atoms.map((atom) => (holds(atom) ? 1 : 0)),
      sets: sets.map((_, set) => (set === at ? 1 : 0)),
    })),
    scale: 1,
    exact: true,
  };
  for (const atom of atoms.keys()) {
    const free = tableau.rows.find((row) => row.pivot === NONE && row.atoms[atom] !== 0);
    if (free) tableau = exchanged(tableau, free, atom);
  }
  return { ...tableau, rows: tableau.rows.filter(({ pivot }) => pivot !== NONE) };
}

/**
 * The same with another pivot for one of its rows. Eliminates without fractions: each number stays a minor of
 * the zeros and ones at the start, so that the division is even and zero is zero.
 */
export function exchanged({ rows, scale, exact }: Tableau, leaving: Row, pivot: number): Tableau {
  const counted = leaving.atoms[pivot] ?? 0;
  let largest = Math.abs(counted);
  const clear = (values: readonly number[], factor: number, known: readonly number[]): number[] =>
    values.map((value, at) => {
      const cleared = (counted * value - factor * (known[at] ?? 0)) / scale;
      largest = Math.max(largest, Math.abs(cleared));
      return cleared;
    });
  const cleared = rows.map((row) => {
    if (row === leaving) return { ...row, pivot };
    const factor = row.atoms[pivot] ?? 0;
    return {
      pivot: row.pivot,
      atoms: clear(row.atoms, factor, leaving.atoms),
      sets: clear(row.sets, factor, leaving.sets),
    };
  });
  return { rows: cleared, scale: counted, exact: exact && largest <= LARGEST };
}
