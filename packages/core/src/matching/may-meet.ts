import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import type { Programme } from "../programme/index.ts";
import { type PairIds, placesIn } from "./candidate.ts";
import { codesIn, type RuleCode, ruleBits } from "./hard-rules.ts";
import { loadSome } from "./load.ts";
import { ruleWords } from "./words.ts";

/** What keeps two apart also where a manager pairs them by hand; room, sites and hours are hers to judge. */
const lasting: readonly RuleCode[] = ["same-person", "reporting-line", "not-available", "forbidden"];

/**
 * Nobody is paired by hand with whom she does not want to meet, whom a manager keeps from her, or who stands above or
 * below her. Whoever is not in the programme is for others to refuse.
 *
 * @throws Conflict  one of these stands between two of them (`data.reasons`)
 */
export async function requireMayMeet(
  ctx: Context,
  programme: Programme,
  pairs: readonly PairIds[],
): Promise<void> {
  const pool = await loadSome(
    ctx,
    programme,
    pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
  );
  const [bitsOf, placed] = [ruleBits(pool), placesIn(pool)];
  for (const { mentor, mentee, place } of pairs.flatMap((pair) => placed(pair) ?? [])) {
    const reasons = codesIn(bitsOf(...place)).filter((code) => lasting.includes(code));
    if (reasons.length === 0) continue;
    throw new Conflict(reasons.map((code) => ruleWords[code](mentor.name, mentee.name).en).join(" "), {
      reasons,
    });
  }
}
