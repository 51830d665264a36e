import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey, markKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { getOrganisation, type Organisation } from "../organisation/index.ts";
import {
  canMeet,
  endingWrites,
  hasEnded,
  horizonOf,
  type Member,
  meetingStates,
  Pairing,
  type PairingEnding,
  pairingRef,
  willing,
} from "../pairing/index.ts";
import { activationWrite, isOpenTo, participantRef, readyStates } from "../participant/index.ts";
import {
  formatOf,
  meetingPhases,
  type Programme,
  type ProgrammePhase,
  readProgramme,
  workingHoursOf,
} from "../programme/index.ts";
import {
  type RoundRules,
  type Session,
  sessionItem,
  sessionPointer,
  sessionRef,
  sessionsOfRound,
} from "../session/index.ts";
import { absent, check, equal, oneOf, put, update, type Value, type Write } from "../table.ts";
import { cancelAll, keepAttendees } from "./keep-attendees.ts";
import { ChangedMeanwhile, type Kept } from "./kept.ts";
import { membersOf } from "./pairing-members.ts";
import { sessionsNamedBy } from "./pairing-sessions.ts";

/** How the pairings of a programme end that has ended itself. */
const endings: Partial<Record<ProgrammePhase, PairingEnding>> = {
  completed: "completed",
  archived: "completed",
  cancelled: "withdrawn",
};

/**
 * Keeps the sessions of a pairing: while its members meet, the next ones of its plan exist, with those who meet now;
 * while they cannot meet, because one of them is paused, and once it has ended or its programme has, none that is still
 * to come.
 */
export async function keepPairing(ctx: Context, { stored, partition, markId }: Kept): Promise<void> {
  const pairing = Pairing.parse(stored);
  const underMark = check(markKey(pairingRef(pairing.id)), equal("id", markId));
  const [programme, working, states, sessions] = await Promise.all([
    readProgramme(ctx, pairing.programmeId),
    getOrganisation(ctx),
    membersIn(ctx, pairing),
    sessionsNamedBy(ctx, partition),
  ]);
  const { phase, paused } = programme;
  const attending = willing(pairing, isReadyIn(pairing, states));
  const ending = endings[phase];
  if (ending && !hasEnded(pairing)) await end(ctx, pairing, ending, underMark);
  const meets = meetingStates.includes(pairing.state) && meetingPhases.includes(phase);
  if (!meets) return cancelAll(ctx, sessions, underMark);
  if (!canMeet(attending)) {
    if (sessions.some(isCurrent(ctx, pairing))) await planAnew(ctx, pairing, underMark);
    return cancelAll(ctx, sessions, underMark);
  }
  await cancelAll(
    ctx,
    sessions.filter(({ planned }) => planned && planned.revision !== pairing.planRevision),
    underMark,
  );
  const ahead = { programme, attending, sessions, working, underMark };
  await keepAttendees(ctx, pairing, { attending, sessions, underMark });
  // While the programme rests nothing new is planned; what is planned already stays in people's calendars.
  if (!paused) await planAhead(ctx, pairing, ahead);
  await activate(ctx, pairing, { sessions, states, underMark });
}

interface Ahead {
  readonly programme: Programme;
  /** Who meets now: has said yes and is ready. */
  readonly attending: readonly Member[];
  readonly sessions: readonly Session[];
  readonly working: Organisation;
  readonly underMark: Write;
}

/** Makes the next sessions of a plan, as far as they do not exist. */
async function planAhead(
  ctx: Context,
  pairing: Pairing,
  { programme, attending, sessions, working, underMark }: Ahead,
): Promise<void> {
  const now = ctx.clock.now();
  const ids = new Set(sessions.map(({ id }) => id));
  const isInTurn = formatOf(programme).sessions === "in-turn";
  const hours = workingHoursOf(programme.rules, working);
  const comes = isInTurn ? await whoComes(ctx, pairing, { company: working, hours }) : undefined;
  const round = { programme, working, now, hours, comes };
  for (const date of horizonOf(pairing, { now, working })) {
    for (const session of sessionsOfRound(pairing, date, { ...round, attending, known: sessions }))
      if (!ids.has(session.id)) await make(ctx, session, underMark);
  }
}

/** Who can come when: in the hours that she has named, or else whenever people work, on her clock. */
async function whoComes(
  ctx: Context,
  pairing: Pairing,
  { company, hours }: { readonly company: Organisation; readonly hours: RoundRules["hours"] },
): Promise<RoundRules["comes"]> {
  const { minutes } = pairing.plan;
  const members = new Map((await membersOf(ctx, pairing)).map((one) => [one.participantId, one]));
  const work = company.workingDays.map((weekday) => ({ weekday, ...hours }));
  return ({ participantId }, start) => {
    const { profile, person } = members.get(participantId) ?? {};
    const named = profile?.availability ?? [];
    const zone = person?.zone ?? company.zone;
    return isOpenTo(named.length > 0 ? named : work, { start, minutes, zone });
  };
}

/** The states of a pairing's members, in their order. */
async function membersIn(ctx: Context, { members }: Pairing): Promise<(Value | undefined)[]> {
  const keys = members.map(({ participantId }) => entityKey(participantRef(participantId)));
  return (await ctx.table.getMany(keys)).map((item) => item?.["state"]);
}

const isReadyIn =
  ({ members }: Pairing, states: readonly (Value | undefined)[]) =>
  (member: Member): boolean =>
    readyStates.some((state) => state === states[members.indexOf(member)]);

const isCurrent =
  (ctx: Context, { planRevision }: Pairing) =>
  ({ planned, state, start }: Session): boolean =>
    planned?.revision === planRevision && state === "planned" && start > ctx.clock.now();

/** What is called off keeps its id for ever; the next revision's sessions take its place when they meet again. */
async function planAnew(ctx: Context, { id, version }: Pairing, underMark: Write): Promise<void> {
  const anew = { set: { updatedAt: ctx.clock.now() }, add: { planRevision: 1, version: 1 } };
  const outcome = await ctx.table.transact([
    underMark,
    update(entityKey(pairingRef(id)), anew, equal("version", version)),
  ]);
  if (!outcome.committed) throw new ChangedMeanwhile();
}

async function end(ctx: Context, pairing: Pairing, ending: PairingEnding, underMark: Write): Promise<void> {
  const { committed } = await ctx.table.transact([
    underMark,
    ...endingWrites(pairing, ending, ctx.clock.now()),
  ]);
  if (!committed) throw new ChangedMeanwhile();
}

/** One session, put if it is absent, while the pairing's members still meet. */
async function make(ctx: Context, session: Session, underMark: Write): Promise<void> {
  const { committed } = await ctx.table.transact([
    underMark,
    check(entityKey(pairingRef(session.pairingId)), oneOf("state", meetingStates)),
    put(sessionItem(session), absent),
    put(sessionPointer(session), absent),
    markWrite(ctx, sessionRef(session.id)),
  ]);
  if (committed) await announce(ctx, [sessionRef(session.id)]);
}

/** A pairing is active from its first session on, and each who meets from her own first one. */
async function activate(
  ctx: Context,
  pairing: Pairing,
  {
    sessions,
    states,
    underMark,
  }: Pick<Ahead, "sessions" | "underMark"> & { states: readonly (Value | undefined)[] },
): Promise<void> {
  const now = ctx.clock.now();
  const begun = sessions.filter(({ start, state }) => state !== "cancelled" && start <= now);
  const meets = (id: Id<"participant">): boolean =>
    begun.some(({ attendees }) =>
      attendees.some(({ participantId, state }) => participantId === id && state !== "cannot"),
    );
  const newcomers = pairing.members.filter(
    ({ participantId }, at) => states[at] === "prepared" && meets(participantId),
  );
  const begins = pairing.state === "accepted" && begun.length > 0;
  if (!begins && newcomers.length === 0) return;
  const become = { set: { state: "active", updatedAt: now }, add: { version: 1 } };
  const { committed } = await ctx.table.transact([
    underMark,
    ...(begins ? [update(entityKey(pairingRef(pairing.id)), become, equal("version", pairing.version))] : []),
    ...newcomers.map(({ participantId }) => activationWrite(participantId, now)),
  ]);
  if (!committed) throw new ChangedMeanwhile();
}
