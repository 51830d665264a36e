import type { Id } from "../ids.ts";
import { readyStates } from "../participant/index.ts";
import type { Role } from "../programme/index.ts";
import { arePeers, type Candidate, type Pool } from "./candidate.ts";
import { codesIn, type RuleCode } from "./hard-rules.ts";
import type { Comparison } from "./score.ts";
import type { Place } from "./solve-pool.ts";

/** Why somebody is in no pair, with how many of the other side each reason stands for. */
export type Obstacles = Readonly<Partial<Record<RuleCode | "others-preferred" | "nobody-there", number>>>;

/** Somebody of a pool after a run: how many pairs she could be in, in how many she is, and why in none. */
export interface Seated {
  readonly participantId: Id<"participant">;
  readonly role: Role;
  readonly places: number;
  readonly taken: number;
  readonly obstacles: Obstacles;
}

/** Everybody of the whole pool: also who is not prepared, and so was not compared. */
export function seatedIn(pool: Pool, comparison: Comparison, places: readonly Place[]): Seated[] {
  if (arePeers(pool)) return peersIn(pool, comparison, places);
  const { mentors, mentees } = comparison.pool;
  const taken = { mentor: new Uint16Array(mentors.length), mentee: new Uint16Array(mentees.length) };
  for (const [mentor, mentee] of places) {
    taken.mentor[mentor] = (taken.mentor[mentor] ?? 0) + 1;
    taken.mentee[mentee] = (taken.mentee[mentee] ?? 0) + 1;
  }
  const seat = (role: "mentor" | "mentee", { participantId, places }: Candidate, at: number): Seated => {
    const hers = taken[role][at] ?? 0;
    const obstacles = hers > 0 ? {} : obstaclesOf(comparison, role, at);
    return { participantId, role, places, taken: hers, obstacles };
  };
  return [
    ...mentors.map((mentor, at) => seat("mentor", mentor, at)),
    ...mentees.map((mentee, at) => seat("mentee", mentee, at)),
    ...unprepared("mentor", pool.mentors),
    ...unprepared("mentee", pool.mentees),
  ];
}

const unprepared = (role: Seated["role"], candidates: readonly Candidate[]): Seated[] =>
  candidates
    .filter(({ state }) => !readyStates.includes(state))
    .map(({ participantId }) => ({
      participantId,
      role,
      places: 0,
      taken: 0,
      obstacles: { "not-prepared": 1 },
    }));

/** Peers have one seat each, whichever of two they are; nobody stands in her own way. */
function peersIn(pool: Pool, comparison: Comparison, places: readonly Place[]): Seated[] {
  const taken = new Uint16Array(comparison.pool.mentors.length);
  for (const at of places.flat()) taken[at] = (taken[at] ?? 0) + 1;
  const seats = comparison.pool.mentors.map(({ participantId, places: room }, at): Seated => {
    const hers = taken[at] ?? 0;
    const { "same-person": _, ...obstacles } = hers > 0 ? {} : obstaclesOf(comparison, "mentor", at);
    const isAlone = hers === 0 && comparison.pool.mentors.length === 1;
    return {
      participantId,
      role: "peer",
      places: room,
      taken: hers,
      obstacles: isAlone ? { "nobody-there": 1 } : obstacles,
    };
  });
  return [...seats, ...unprepared("peer", pool.mentors)];
}

function obstaclesOf({ pool, blocked }: Comparison, role: "mentor" | "mentee", at: number): Obstacles {
  const width = pool.mentees.length;
  const others = role === "mentor" ? width : pool.mentors.length;
  if (others === 0) return { "nobody-there": 1 };
  const counts: Record<string, number> = {};
  for (let other = 0; other < others; other += 1) {
    const bits = blocked[role === "mentor" ? at * width + other : other * width + at] ?? 0;
    for (const code of bits === 0 ? ["others-preferred"] : codesIn(bits))
      counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
