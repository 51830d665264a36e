import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { invariant } from "../invariant.ts";
import type { Programme } from "../programme/index.ts";
import type { Candidate, PairIds } from "./candidate.ts";
import type { RuleCode } from "./hard-rules.ts";
import { type LoadedPool, loadPair } from "./load.ts";
import { judge, type Score } from "./score.ts";

/** Two people alone, as they are now: what stands between them, and how well they would go together. */
export interface JudgedPair extends Score {
  readonly mentor: Candidate;
  readonly mentee: Candidate;
  readonly pool: LoadedPool;
  readonly reasons: readonly RuleCode[];
}

/** @throws NotFound  one of them is not in the programme as a mentor, or the other not as a mentee */
export async function judgePair(ctx: Context, programme: Programme, pair: PairIds): Promise<JudgedPair> {
  const pool = await loadPair(ctx, programme, pair);
  const mentor = pool.mentors.find(({ participantId }) => participantId === pair.mentorId);
  const mentee = pool.mentees.find(({ participantId }) => participantId === pair.menteeId);
  if (!mentor) throw new NotFound("There is no mentor with this id in the programme.");
  if (!mentee) throw new NotFound("There is no mentee with this id in the programme.");
  invariant(pool.mentors.length === 1 && pool.mentees.length === 1, "a pair is judged alone");
  return { mentor, mentee, pool, ...judge(pool) };
}
