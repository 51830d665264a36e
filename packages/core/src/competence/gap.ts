import { type CompetenceLevel, levelOrder } from "./levels.ts";

/** What somebody wants to learn: from the level that she holds, if she holds one, to the one that she wants. */
export interface LevelWanted {
  readonly from?: CompetenceLevel | undefined;
  readonly to: CompetenceLevel;
}

const placeOf = (level: CompetenceLevel | undefined): number => (level ? levelOrder[level] : 0);

/**
 * How much of what a mentee wants to learn a mentor can teach her, from 0 to 1.
 *
 * With the places of the levels (none 0, basic 1 … highly advanced 4) it is
 * `(offered − from) / (to − from)`, never under 0 nor over 1:
 * 1 when the mentor is at the wanted level or above it, 0 when she offers no more than the mentee holds, in
 * proportion between; and 0 when the mentee is where she wants to be already.
 *
 * @param offered  the level that the mentor teaches at; none when she does not teach this competence
 */
export function gapOf(offered: CompetenceLevel | undefined, { from, to }: LevelWanted): number {
  const wantedSteps = placeOf(to) - placeOf(from);
  if (wantedSteps <= 0) return 0;
  const offeredSteps = placeOf(offered) - placeOf(from);
  return Math.min(1, Math.max(0, offeredSteps / wantedSteps));
}
