/** Where figures go. */
export type Say = (text: string) => void;

/** What is measured beside what it may be at most. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly unit: string;
  /** What it comes from. */
  readonly of: string;
}

/** One line: the figure, what it comes from, its bar, and whether it meets it. */
export function tell(say: Say, { name, value, most, unit, of }: Figure): void {
  const shown = (number: number): string => (unit === "×" ? number.toFixed(2) : number.toFixed(1));
  const verdict = value <= most ? "met" : "NOT MET";
  const cells = [`${shown(value)} ${unit}`, `at most ${shown(most)}`, verdict];
  say([name.padEnd(48), ...cells.map((cell) => cell.padStart(14)), "   ", of].join(""));
}

/** Median milliseconds of each, taken in turns so that a busy machine slows all alike; what they give last. */
export function inTurns<Result>(
  runs: readonly (() => Result)[],
  repeats: number,
): { readonly milliseconds: number; readonly result: Result }[] {
  const times: number[][] = runs.map(() => []);
  const results = runs.map((run) => run());
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const [at, run] of runs.entries()) {
      const from = performance.now();
      results[at] = run();
      times[at]?.push(performance.now() - from);
    }
  return results.map((result, at) => {
    const sorted = times[at]?.sort((a, b) => a - b) ?? [];
    return { result, milliseconds: sorted[sorted.length >> 1] ?? 0 };
  });
}
