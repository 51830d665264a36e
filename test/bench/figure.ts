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

/** What a run gives, and how long it has taken. */
export function timed<Result>(run: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const from = performance.now();
  const result = run();
  return { result, milliseconds: performance.now() - from };
}

/**
 * Median milliseconds of each, taken in turns so that a busy machine slows all alike, and what they give. The
 * first run of each counts only when there are no repeats.
 */
export function inTurns<Result>(
  runs: readonly (() => Result)[],
  repeats: number,
): { readonly milliseconds: number; readonly result: Result }[] {
  const first = runs.map((run) => timed(run));
  const later = Array.from({ length: repeats }, () => runs.map((run) => timed(run)));
  return first.map((one, at) => {
    const sorted = later.flatMap((turn) => turn[at] ?? []).sort((a, b) => a.milliseconds - b.milliseconds);
    return sorted[sorted.length >> 1] ?? one;
  });
}
