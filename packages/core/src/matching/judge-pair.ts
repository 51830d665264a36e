import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
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
  const loaded = await loadPair(ctx, programme, pair);
  const pool = {
    ...loaded,
    mentors: loaded.mentors.filter(({ participantId }) => participantId === pair.mentorId),
    mentees: loaded.mentees.filter(({ participantId }) => participantId === pair.menteeId),
  };
  const [mentor] = pool.mentors;
  const [mentee] = pool.mentees;
  if (!mentor) throw new NotFound("There is no mentor with this id in the programme.");
  if (!mentee) throw new NotFound("There is no mentee with this id in the programme.");
  return { mentor, mentee, pool, ...judge(pool) };
}
