import {
  type Assignment,
  MAXIMUM_PEERS,
  matchGroups,
  matchPeers,
  type PeerAssignment,
  SCORE_UNITS,
  solve,
  verifyCertificate,
  verifyGroups,
  verifyPeers,
} from "@viceversa/matching/index.ts";
import { LimitReached } from "../errors.ts";
import { invariant } from "../invariant.ts";
import { arePeers, type Pool } from "./candidate.ts";
import type { Comparison } from "./score.ts";

/** What a solver has proven of its proposal, of the pairs beside the locked ones. */
export interface Proof {
  readonly objective: "total" | "fair";
  readonly matched: number;
  readonly totalScore: number;
  readonly weakestScore: number | null;
  /**
   * No proposal has more pairs, and none of as many pairs a greater sum of scores. Where groups have a smallest size
   * they may lie above what was found: to find the best is NP-hard.
   */
  readonly pairsBound: number;
  readonly totalBound: number;
}

interface Proven {
  readonly edges: Uint32Array;
  readonly proof: Proof;
}

/** What stands before a pool is solved: the locked pairs, and what room is left beside them. */
export interface Beside {
  readonly pairs: readonly (readonly [mentor: number, mentee: number])[];
  readonly mentorRoom: Uint16Array;
  readonly menteeRoom: Uint16Array;
}

/** The best that can be found for a pool beside its locked pairs, with its proof checked. */
export function provenIn(pool: Pool, edges: Comparison["edges"], kept: Beside): Proven {
  const { objective } = pool.rules;
  if (arePeers(pool)) return provenPeers(edges, kept.mentorRoom, objective);
  return pool.smallestGroup > 1 ? provenGroups(pool, edges, kept) : provenPairs(edges, kept, objective);
}

/** Groups that are no smaller than the programme wants; who meets some already, or has a locked pair, may get any. */
function provenGroups(pool: Pool, edges: Comparison["edges"], kept: Beside): Proven {
  const { objective } = pool.rules;
  const problem = { leftCapacities: kept.mentorRoom, rightCapacities: kept.menteeRoom, ...edges };
  const begun = Uint8Array.from(pool.mentors, ({ met }) => (met > 0 ? 1 : 0));
  for (const [mentor] of kept.pairs) begun[mentor] = 1;
  const groups = matchGroups(problem, { objective, leftMinimum: pool.smallestGroup, begun });
  const [fault] = verifyGroups(problem, groups);
  invariant(!fault, `groups are within their proven bound: ${fault?.message}`);
  const { matched: pairsBound, totalScore: totalBound } = groups.certificate.bound;
  return proven(groups, { pairsBound, totalBound });
}

function provenPairs(
  edges: Comparison["edges"],
  { mentorRoom, menteeRoom }: Beside,
  objective: Proof["objective"],
): Proven {
  const problem = { leftCapacities: mentorRoom, rightCapacities: menteeRoom, ...edges };
  const assignment = solve(problem, { objective });
  const [fault] = verifyCertificate(problem, assignment);
  invariant(!fault, `a proposal is proven: ${fault?.message}`);
  return proven(assignment, boundsOf(assignment));
}

/** Each peer gets one other at most in a run; who has room for more is matched again by the next. */
function provenPeers(
  { edgeLeft, edgeRight, edgeScore }: Comparison["edges"],
  room: Uint16Array,
  objective: Proof["objective"],
): Proven {
  if (room.length > MAXIMUM_PEERS) {
    throw new LimitReached(
      `${room.length} peers are more than one run matches. Split the programme, by site or language.`,
      { limit: MAXIMUM_PEERS, peers: room.length },
    );
  }
  const capacities = Uint8Array.from(room, (places) => Math.min(1, places));
  const problem = { capacities, edgeOne: edgeLeft, edgeOther: edgeRight, edgeScore };
  const assignment = matchPeers(problem, { objective });
  const [fault] = verifyPeers(problem, assignment);
  invariant(!fault, `a proposal is proven: ${fault?.message}`);
  return proven(assignment, boundsOf(assignment));
}

type Found = Pick<Assignment, "objective" | "edges" | "matched" | "totalScore" | "weakestScore">;

const proven = (
  { edges, objective, matched, totalScore, weakestScore }: Found,
  bounds: Pick<Proof, "pairsBound" | "totalBound">,
): Proven => ({ edges, proof: { objective, matched, totalScore, weakestScore, ...bounds } });

const boundsOf = ({ matched, totalScore, certificate: { gap } }: Assignment | PeerAssignment) => ({
  pairsBound: matched + gap.matched,
  totalBound: totalScore + gap.total / SCORE_UNITS,
});
