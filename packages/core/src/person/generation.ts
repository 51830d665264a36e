import type { GenerationRanges } from "../organisation/index.ts";

/** The generation of a birth year in an organisation's ranges; `undefined` where it lies in none. */
export const generationOf = (birthYear: number, generations: GenerationRanges): string | undefined =>
  generations.find(({ from, before }) => birthYear >= from && (before === undefined || birthYear < before))
    ?.name;
