import { type Assignment, SCORE_UNITS } from "./problem.ts";

/** Where a certificate fails to prove its assignment. */
export interface Fault {
  readonly what: "edges" | "capacity" | "figures" | "cover" | "fairness" | "prices" | "slackness" | "bound";
  readonly message: string;
}

export const fault = (what: Fault["what"], message: string): Fault => ({ what, message });

/** What an assignment tells of itself, and what its edges come to in whole units. */
interface Figures {
  readonly assignment: Pick<Assignment, "edges" | "matched" | "totalScore" | "weakestScore">;
  /** Sum of the chosen scores, and the least of them. */
  readonly total: number;
  readonly weakest: number;
}

/** Whether an assignment's figures are those of its edges. */
export function figureFaults({ assignment, total, weakest }: Figures): Fault[] {
  const { matched, totalScore, weakestScore, edges } = assignment;
  const figures = [
    { name: "matched", told: matched, is: edges.length },
    { name: "totalScore", told: totalScore, is: total / SCORE_UNITS },
    { name: "weakestScore", told: weakestScore, is: edges.length === 0 ? null : weakest / SCORE_UNITS },
  ];
  return figures
    .filter(({ told, is }) => told !== is)
    .map(({ name, told, is }) => fault("figures", `${name} is given as ${told} and is ${is}.`));
}
