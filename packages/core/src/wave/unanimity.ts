import { atomsOf, type Group } from "./atoms.ts";
import { exchanged, type Tableau, tableauOf } from "./tableau.ts";

/** What the respondent at a place answered to an item. */
type ScoreOf = (respondent: number) => number | undefined;

/**
 * Tells of an item whether its exact sums over the shown groups and the total would give away what each of some
 * respondents answered: whether some combination of these sums counts only people who agree. A group in which
 * all gave the same answer is one, and so is what is left of a group, or of the total, when others are
 * subtracted. Whoever is counted negatively need agree among themselves only: if some gave the highest answer
 * and others the lowest, the difference of their sums is the greatest that there is, and tells it of all of them.
 */
export function agreementIn(groups: readonly Group[], total: number): (scoreOf: ScoreOf) => boolean {
  const atoms = atomsOf(groups, total);
  const tableau = tableauOf(atoms);
  return (scoreOf) => {
    const answers = atoms.map(({ members }) => new Set(members.map(scoreOf)));
    const agreed = answers.map((given) => (given.size === 1 ? given : new Set<number | undefined>()));
    const scores = [...new Set(agreed.flatMap((given) => [...given]))];
    const candidates = confined(tableau, (atom) => agreed[atom]?.size === 1);
    return scores.some((one, at) =>
      scores.slice(at).some((other) => {
        const sideOf = (atom: number): number => {
          if (agreed[atom]?.has(one)) return 1;
          return agreed[atom]?.has(other) ? -1 : 0;
        };
        return takesSides(
          confined(candidates, (atom) => sideOf(atom) !== 0),
          sideOf,
        );
      }),
    );
  };
}

/** The combinations that count nobody but the people of these atoms. */
function confined(tableau: Tableau, within: (atom: number) => boolean): Tableau {
  let current = tableau;
  for (const { pivot } of tableau.rows) {
    const row = current.rows.find((known) => known.pivot === pivot && within(pivot));
    const outside = row?.atoms.findIndex((times, atom) => times !== 0 && !within(atom)) ?? -1;
    if (row && outside >= 0) current = exchanged(current, row, outside);
  }
  return { ...current, rows: current.rows.filter(({ pivot }) => within(pivot)) };
}

/**
 * Whether some combination counts no atom against its side: positively those of side 1, negatively those of
 * side -1.
 */
function takesSides(tableau: Tableau, sideOf: (atom: number) => number): boolean {
  if (!tableau.exact) return true;
  const counted = new Set(
    tableau.rows.flatMap(({ atoms }) => [...atoms.keys()].filter((atom) => atoms[atom] !== 0)),
  );
  return [...counted].some((atom) => countsOnItsSide(tableau, sideOf, atom));
}

/**
 * Whether such a combination counts this atom. By the simplex method with Bland's rule, which always ends: while
 * the atom's row counts some atom against its side, that one becomes the pivot of another row, which takes it
 * out. Where no row can, there is no such combination.
 */
function countsOnItsSide(tableau: Tableau, sideOf: (atom: number) => number, wanted: number): boolean {
  const owner = tableau.rows.find(({ pivot }) => pivot === wanted);
  const first = owner ?? tableau.rows.find(({ atoms }) => atoms[wanted] !== 0);
  let current = first && !owner ? exchanged(tableau, first, wanted) : tableau;
  for (;;) {
    if (!current.exact) return true;
    const { rows, scale } = current;
    const signIn = (row: Tableau["rows"][number], atom: number): number =>
      Math.sign((row.atoms[atom] ?? 0) * scale) * sideOf(atom) * sideOf(row.pivot);
    const row = rows.find(({ pivot }) => pivot === wanted);
    const against = row?.atoms.findIndex((_, atom) => signIn(row, atom) < 0) ?? -1;
    if (against < 0) return true;
    const [leaving] = rows
      .filter((other) => other !== row && signIn(other, against) > 0)
      .sort((one, other) => one.pivot - other.pivot);
    if (!leaving) return false;
    current = exchanged(current, leaving, against);
  }
}
