import { entityKey } from "../entity.ts";
import { Conflict } from "../errors.ts";
import type { Id } from "../ids.ts";
import { type ParticipantState, participantRef, readyStates } from "../participant/index.ts";
import { type Format, meetsInGroups } from "../programme/index.ts";
import {
  above,
  absent,
  all,
  belowAttribute,
  type Condition,
  equal,
  type Item,
  oneOf,
  put,
  type Refusal,
  remove,
  update,
  type Write,
} from "../table.ts";
import type { Instant } from "../time.ts";
import { teachingsIn } from "./gathering.ts";
import { pairKeys, twosIn } from "./items.ts";
import type { Member, Pairing } from "./schema.ts";

/** Somebody with the places that she takes or gives back, by role. */
interface Places {
  readonly participantId: Id<"participant">;
  readonly mentor: number;
  readonly mentee: number;
}

/** A mentor has a place taken by each whom she teaches, a mentee one by her mentor, a peer one in each role. */
const placesIn = (members: readonly Member[]): Places[] =>
  members.map(({ participantId }) => ({
    participantId,
    mentor: teachingsIn(members).filter(({ teacher }) => teacher === participantId).length,
    mentee: teachingsIn(members).filter(({ learner }) => learner === participantId).length,
  }));

/**
 * The writes that take the places of those who begin to meet, each while she is prepared and has room, in the order
 * of the members; then those that keep each two from being paired twice.
 */
export const takingWrites = (
  pairing: Pairing,
  now: Instant,
  programme: { readonly format: Format },
): Write[] => [
  ...placesIn(pairing.members).map((places) =>
    take(pairing, places, { now, isAlone: meetsInGroups(programme) }),
  ),
  ...sentinels(pairing, pairing.members),
];

/**
 * The writes that take the places of somebody who joins those who meet already, and of who teaches her: in the order
 * in which they are given, then that each two are paired once.
 */
export const joiningPlaces = (pairing: Pairing, members: readonly Member[], now: Instant): Write[] => [
  ...placesIn(members).map((places) => take(pairing, places, { now, isAlone: false })),
  ...sentinels(pairing, members),
];

const sentinels = (pairing: Pairing, members: readonly Member[]): Write[] =>
  pairKeys(pairing, teachingsIn(members)).map((key) =>
    put({ ...key, schemaVersion: 1, pairingId: pairing.id }, absent),
  );

/** @param isAlone  whether a mentor may have no other pairing: she has one group */
function take(
  { programmeId }: Pairing,
  { participantId, mentor, mentee }: Places,
  { now, isAlone }: { readonly now: Instant; readonly isAlone: boolean },
): Write {
  return update(
    entityKey(participantRef(participantId)),
    {
      set: { updatedAt: now },
      add: {
        ...(mentor > 0 && { mentorLoad: mentor }),
        ...(mentee > 0 && { menteeLoad: mentee }),
        version: 1,
      },
    },
    all(
      equal("programmeId", programmeId),
      oneOf("state", readyStates),
      ...(mentor > 0 ? [isAlone ? hasRoomFor(mentor) : belowAttribute("mentorLoad", "mentorCapacity")] : []),
      ...(mentee > 0 ? [belowAttribute("menteeLoad", "menteeCapacity")] : []),
    ),
  );
}

/** A mentor whom nobody takes a place of yet has room for so many at once. */
const hasRoomFor = (mentees: number): Condition =>
  all(equal("mentorLoad", 0), above("mentorCapacity", mentees - 1));

/** The writes that free everybody's places when a pairing ends: each two may be paired anew. */
export const freeingWrites = (pairing: Pairing, now: Instant): Write[] => [
  ...pairKeys(pairing, teachingsIn(pairing.members)).map((key) =>
    remove(key, equal("pairingId", pairing.id)),
  ),
  ...placesIn(pairing.members).map((places) => free(places, now)),
];

/** The writes that free the places of one who leaves the others, and theirs beside her. */
export function leavingPlaces(pairing: Pairing, participantId: Id<"participant">, now: Instant): Write[] {
  const hers = teachingsIn(pairing.members).filter(
    ({ teacher, learner }) => teacher === participantId || learner === participantId,
  );
  const people = [...new Set(hers.flatMap(({ teacher, learner }) => [teacher, learner]))];
  return [
    ...pairKeys(pairing, hers).map((key) => remove(key, equal("pairingId", pairing.id))),
    ...people.map((one) =>
      free(
        {
          participantId: one,
          mentor: hers.filter(({ teacher }) => teacher === one).length,
          mentee: hers.filter(({ learner }) => learner === one).length,
        },
        now,
      ),
    ),
  ];
}

const free = ({ participantId, mentor, mentee }: Places, now: Instant): Write =>
  update(entityKey(participantRef(participantId)), {
    set: { updatedAt: now },
    add: {
      ...(mentor > 0 && { mentorLoad: -mentor }),
      ...(mentee > 0 && { menteeLoad: -mentee }),
      version: 1,
    },
  });

/** Which of the writes that take places were refused. */
export interface RefusedPlaces {
  /** Whose places could not be taken, each as she was found. */
  readonly places: ReadonlyMap<Id<"participant">, Item | undefined>;
  /** Who is paired already with one who teaches her here. */
  readonly paired: ReadonlySet<Id<"participant">>;
  /** Whether anything was refused that was written after them. */
  readonly hasOther: boolean;
}

/**
 * Reads the refusals of a transaction that begins with `takingWrites` or `joiningPlaces`.
 *
 * @param members  those whose places were to be taken, in the order of the writes
 */
export function refusedPlaces(refusals: readonly Refusal[], members: readonly Member[]): RefusedPlaces {
  const found = new Map(refusals.map((refusal) => [refusal.index, refusal.found]));
  const twos = twosIn(teachingsIn(members));
  return {
    places: new Map(
      members.flatMap(({ participantId }, at) => (found.has(at) ? [[participantId, found.get(at)]] : [])),
    ),
    paired: new Set(twos.flatMap(({ learner }, at) => (found.has(members.length + at) ? [learner] : []))),
    hasOther: refusals.some(({ index }) => index >= members.length + twos.length),
  };
}

/** What stands against the first of some members whose place could not be taken; nothing where it is no place. */
export function placeConflict(
  { places }: RefusedPlaces,
  members: readonly Member[],
  { programmeId }: Pick<Pairing, "programmeId">,
): Conflict | undefined {
  const member = members.find(({ participantId }) => places.has(participantId));
  if (!member) return undefined;
  const { participantId, teaches, learns } = member;
  const found = places.get(participantId);
  const data = { participantId };
  if (found?.["programmeId"] !== programmeId) return new Conflict("A member is not in this programme.", data);
  if (!readyStates.includes(found["state"] as ParticipantState)) {
    return new Conflict(`A member is ${found["state"]}; she must be prepared first.`, {
      ...data,
      pairable: readyStates,
    });
  }
  const role = teaches && learns ? "peer" : teaches ? "mentor" : "mentee";
  return new Conflict(`A member has no room for another pairing as a ${role}.`, data);
}
