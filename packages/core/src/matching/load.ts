import type { Context } from "../context.ts";
import { entityKey, partitionOf } from "../entity.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import { hasEnded, PAIRING_POINTER, Pairing, pairingRef, pairingsOf, teachingsIn } from "../pairing/index.ts";
import {
  Exclusions,
  exclusionsKey,
  Participant,
  Profile,
  participantRef,
  participantsOf,
  profileKey,
  roleOf,
} from "../participant/index.ts";
import { generationOf, Person, personKey, reportingLine, seniorities } from "../person/index.ts";
import {
  groupSizeOf,
  LARGEST_GROUP,
  matchingRulesOf,
  meetsInGroups,
  type Programme,
  sidesOf,
  workingHoursOf,
} from "../programme/index.ts";
import type { Item } from "../table.ts";
import { arePeers, bothWays, type Candidate, type PairIds, type Pool } from "./candidate.ts";
import { FORBIDDEN_PREFIX, matchingOf } from "./items.ts";
import { ForbiddenPair } from "./schema.ts";

/** Levels of managers that are read above people; no company is as deep. */
const MAXIMUM_LEVELS = 50;

/** A pool, and what else was read for it. */
export interface LoadedPool extends Pool {
  /** Pairings among those that were read that have not ended. */
  readonly open: readonly Pairing[];
  readonly organisation: Organisation;
  readonly venues: ReadonlyMap<Id<"participant">, Profile["venue"]>;
}

/** Everybody of a programme who takes part or may do so yet, in as few round trips as pages and batches allow. */
export async function loadPool(ctx: Context, programme: Programme): Promise<LoadedPool> {
  const list = (partition: string): Promise<Item[]> => everyItem(ctx, { index: "byProgramme", partition });
  const [participants, pairings] = await Promise.all([
    list(participantsOf(programme.id)),
    list(pairingsOf(programme.id)),
  ]);
  return poolOf(ctx, programme, {
    participants: participants.map((item) => Participant.parse(item)).filter(mayBeMatched),
    pairings: pairings.map((item) => Pairing.parse(item)),
  });
}

const mayBeMatched = ({ state }: Participant): boolean =>
  ["applied", "approved", "prepared", "active", "paused"].includes(state);

/** A mentor and a mentee alone, read strongly; a side is empty where there is no such participant. */
export async function loadPair(
  ctx: Context,
  programme: Programme,
  { mentorId, menteeId }: PairIds,
): Promise<LoadedPool> {
  const [participants, pairings] = await Promise.all([
    readParticipants(ctx, programme, [mentorId, menteeId]),
    pairingsWith(ctx, [mentorId]),
  ]);
  return poolOf(ctx, programme, { participants, pairings });
}

async function pairingsWith(ctx: Context, ids: readonly Id<"participant">[]): Promise<Pairing[]> {
  const queries = ids.map((id) => ({
    partition: partitionOf(participantRef(id)),
    sort: { beginsWith: PAIRING_POINTER },
  }));
  const pointers = (await Promise.all(queries.map((query) => everyItem(ctx, query)))).flat();
  const found = [...new Set(pointers.map((pointer) => pointer["pairingId"] as Id<"pairing">))];
  const items = await ctx.table.getMany(found.map((id) => entityKey(pairingRef(id))));
  return items.flatMap((item) => (item ? [Pairing.parse(item)] : []));
}

/** Some participants, read strongly, with the pairings of those who have any. */
export async function loadSome(
  ctx: Context,
  programme: Programme,
  ids: readonly Id<"participant">[],
): Promise<LoadedPool> {
  const participants = await readParticipants(ctx, programme, ids);
  const paired = participants.filter(({ mentorLoad, menteeLoad }) => mentorLoad + menteeLoad > 0);
  const pairings = await pairingsWith(
    ctx,
    paired.map(({ id }) => id),
  );
  return poolOf(ctx, programme, { participants, pairings });
}

async function readParticipants(
  ctx: Context,
  programme: Programme,
  ids: readonly Id<"participant">[],
): Promise<Participant[]> {
  const items = await ctx.table.getMany([...new Set(ids)].map((id) => entityKey(participantRef(id))));
  return items
    .flatMap((item) => (item ? [Participant.parse(item)] : []))
    .filter(({ programmeId }) => programmeId === programme.id);
}

async function poolOf(
  ctx: Context,
  programme: Programme,
  { participants, pairings }: { participants: readonly Participant[]; pairings: readonly Pairing[] },
): Promise<LoadedPool> {
  const [people, profiles, exclusions, forbidden, organisation] = await Promise.all([
    readPeople(ctx, participants),
    ctx.table.getMany(participants.map(({ id }) => profileKey(id))),
    ctx.table.getMany(participants.map(({ id }) => exclusionsKey(id))),
    everyItem(ctx, { partition: matchingOf(programme.id), sort: { beginsWith: FORBIDDEN_PREFIX } }),
    ctx.table.get(entityKey(ORGANISATION)),
  ]);
  invariant(organisation, "a programme is of an organisation");
  const company = Organisation.parse(organisation);
  const apart = forbidden.map((item) => ForbiddenPair.parse(item));
  const known = participants.map((participant, at) => ({
    participant,
    profile: profiles[at] && Profile.parse(profiles[at]),
    largest: meetsInGroups(programme) ? groupSizeOf(programme.rules).largest : LARGEST_GROUP,
    excludes: Exclusions.parse(exclusions[at]?.["exclusions"] ?? []).map(({ personId }) => personId),
  }));
  return {
    ...bySide(known, people, company),
    paired: pairings.filter((pairing) => !hasEnded(pairing)).flatMap(pairIn),
    former: [...pairings.filter(hasEnded).flatMap(pairIn), ...pairings.flatMap(pairsLeft)],
    forbidden: arePeers(programme) ? bothWays(apart) : apart,
    format: programme.format,
    rules: matchingRulesOf(programme.rules),
    smallestGroup: meetsInGroups(programme) ? groupSizeOf(programme.rules).smallest : 1,
    sessionMinutes: programme.sessionMinutes,
    workingHours: workingHoursOf(programme.rules, company),
    workingDays: company.workingDays,
    at: ctx.clock.now(),
    open: pairings.filter((pairing) => !hasEnded(pairing)),
    organisation: company,
    venues: new Map(known.map(({ participant, profile }) => [participant.id, profile?.venue])),
  };
}

/** Mentors and mentees who are still in the company, peers as both; whoever has left it leaves her programmes in a moment. */
function bySide(
  known: readonly Omit<Known, "person" | "line" | "company">[],
  people: ReadonlyMap<Id<"person">, Person>,
  company: Organisation,
): Pick<Pool, "mentors" | "mentees"> {
  const found = { mentors: [] as Candidate[], mentees: [] as Candidate[] };
  for (const one of known) {
    const person = people.get(one.participant.personId);
    if (person?.state !== "active") continue;
    const candidate = candidateOf({ ...one, person, company, line: reportingLine(person, people) });
    for (const side of sidesOf(roleOf(one.participant)))
      (side === "mentor" ? found.mentors : found.mentees).push(candidate);
  }
  return found;
}

/** Whoever takes part and everybody above them, level by level; each is read once, so that circles end. */
async function readPeople(
  ctx: Context,
  participants: readonly Participant[],
): Promise<ReadonlyMap<Id<"person">, Person>> {
  const people = new Map<Id<"person">, Person>();
  const asked = new Set<Id<"person">>();
  let next = participants.map(({ personId }) => personId);
  for (let level = 0; level < MAXIMUM_LEVELS && next.length > 0; level += 1) {
    for (const id of next) asked.add(id);
    const found = (await ctx.table.getMany(next.map(personKey))).flatMap((item) =>
      item ? [Person.parse(item)] : [],
    );
    for (const person of found) people.set(person.id, person);
    const managers = found.flatMap(({ managerId }) => managerId ?? []);
    next = [...new Set(managers)].filter((id) => !asked.has(id));
  }
  return people;
}

interface Known extends Pick<Candidate, "excludes" | "line"> {
  readonly participant: Participant;
  readonly person: Person;
  readonly profile: Profile | undefined;
  readonly company: Organisation;
  /** Mentees that a mentor can meet, whatever her capacity. */
  readonly largest: number;
}

function candidateOf({ participant, person, profile, excludes, line, company, largest }: Known): Candidate {
  const { mentorCapacity, mentorLoad, menteeCapacity, menteeLoad } = participant;
  const named = profile?.languages.length ? profile.languages : (person.languages ?? []);
  const name = person.birthYear && generationOf(person.birthYear, company.generations);
  return {
    participantId: participant.id,
    personId: person.id,
    name: person.name,
    state: participant.state,
    places: mentorCapacity > 0 ? Math.min(mentorCapacity, largest) - mentorLoad : menteeCapacity - menteeLoad,
    met: mentorLoad,
    offers: profile?.offers ?? [],
    wants: profile?.wants ?? [],
    // Whoever names no language can meet in the one of her mails.
    languages: named.length > 0 ? named : [person.locale ?? company.locale],
    zone: person.zone ?? company.zone,
    availability: profile?.availability ?? [],
    interests: profile?.interests ?? [],
    site: person.site,
    department: person.department,
    generation: name ? company.generations.findIndex((one) => one.name === name) : undefined,
    seniority: person.seniority && seniorities.indexOf(person.seniority),
    prefers: profile?.venue?.kind,
    readiness: participant.preparation?.readiness?.score,
    line,
    excludes,
  };
}

/** Who teaches whom in a pairing; of two peers each the other. */
const pairIn = ({ members }: Pick<Pairing, "members">): PairIds[] =>
  teachingsIn(members).map(({ teacher, learner }) => ({ mentorId: teacher, menteeId: learner }));

/** Whom somebody has met in a group that goes on without her. */
const pairsLeft = ({ members, formerMembers = [] }: Pairing): PairIds[] =>
  formerMembers.flatMap((former) =>
    pairIn({ members: [...members.filter(({ teaches }) => teaches), former] }).filter(
      ({ menteeId }) => menteeId === former.participantId,
    ),
  );
