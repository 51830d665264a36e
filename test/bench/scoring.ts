import { compare } from "@viceversa/core/matching/score.ts";
import { inTurns, type Say, tell } from "./figure.ts";
import { comparePairByPair } from "./pair-by-pair.ts";
import { poolOf } from "./pool.ts";

const PEOPLE = 1_000;

interface Compared {
  readonly blocked: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
}

/** Says how long all pairs take to be compared beside plain code, pair by pair, with the same results. */
export function benchScoring(say: Say): void {
  const pool = poolOf({ mentors: PEOPLE, mentees: PEOPLE, scattered: true });
  const [ours, plain] = inTurns<Compared>(
    [
      () => {
        // A pool of its own, so that nothing that was counted before is used again.
        const { blocked, edges } = compare({ ...pool });
        return { blocked, scores: edges.edgeScore };
      },
      () => comparePairByPair(pool),
    ],
    2,
  );
  if (!ours || !plain) return;
  const isSame = (one: ArrayLike<number>, other: ArrayLike<number>): boolean =>
    one.length === other.length && Array.from(one).every((value, at) => value === other[at]);
  if (!isSame(ours.result.blocked, plain.result.blocked)) throw new Error("The rules differ.");
  if (!isSame(ours.result.scores, plain.result.scores)) throw new Error("The scores differ.");
  tell(say, {
    name: `scoring ${PEOPLE} × ${PEOPLE}, identical results`,
    value: ours.milliseconds / plain.milliseconds,
    most: 0.25,
    unit: "×",
    of: `${ours.milliseconds.toFixed(0)} ms, pair by pair ${plain.milliseconds.toFixed(0)} ms`,
  });
}
