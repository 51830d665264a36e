/**
 * Generations by birth year, half-open: the literature's ranges overlap at their edges (1965, 1980, 1997), so
 * that each year belongs to one.
 */
export const generations = [
  { name: "boomers", from: 1945, before: 1965 },
  { name: "x", from: 1965, before: 1980 },
  { name: "millennials", from: 1980, before: 1997 },
  { name: "z", from: 1997, before: 2010 },
  { name: "alpha", from: 2010, before: Number.POSITIVE_INFINITY },
] as const;
export type Generation = (typeof generations)[number]["name"];

/** The generation of a birth year; `undefined` before the first. */
export const generationOf = (birthYear: number): Generation | undefined =>
  generations.find(({ from, before }) => birthYear >= from && birthYear < before)?.name;
