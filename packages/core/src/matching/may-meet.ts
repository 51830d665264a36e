import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import type { Programme } from "../programme/index.ts";
import type { PairIds } from "./candidate.ts";
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
  const bitsOf = ruleBits(pool);
  for (const { mentorId, menteeId } of pairs) {
    const mentor = pool.mentors.findIndex(({ participantId }) => participantId === mentorId);
    const mentee = pool.mentees.findIndex(({ participantId }) => participantId === menteeId);
    const [one, other] = [pool.mentors[mentor], pool.mentees[mentee]];
    if (!one || !other) continue;
    const reasons = codesIn(bitsOf(mentor, mentee)).filter((code) => lasting.includes(code));
    if (reasons.length === 0) continue;
    throw new Conflict(reasons.map((code) => ruleWords[code](one.name, other.name).en).join(" "), {
      reasons,
    });
  }
}
