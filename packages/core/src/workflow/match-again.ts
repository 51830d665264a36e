import { auditWrite } from "../audit/index.ts";
import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey, markKey } from "../entity.ts";
import {
  beginning,
  freedItem,
  freedKey,
  heldOf,
  isUntouched,
  openRun,
  type RematchCause,
  type StoredRun,
} from "../matching/index.ts";
import { type Leaving, Pairing, type PairingEnding, pairingRef } from "../pairing/index.ts";
import { Participant, participantRef, readyStates } from "../participant/index.ts";
import { isMatchingOpen, meetingPhases, type Programme, readProgramme } from "../programme/index.ts";
import { absent, all, check, equal, missing, present, put, update, type Write } from "../table.ts";
import { type Instant, plus } from "../time.ts";
import { ChangedMeanwhile, type Kept } from "./kept.ts";

/** Some of a pairing who are free again, by what; all of them, or who has left a group that goes on. */
interface Parting {
  readonly memberId?: Participant["id"];
  readonly participants: readonly Participant["id"][];
  readonly after: RematchCause;
  readonly at: Instant;
}

/** What is older has been seen to; the note that it was may be gone by then. */
const FRESH_HOURS = 30 * 24;

const causes: Readonly<Partial<Record<Leaving | PairingEnding, RematchCause>>> = {
  declined: "decline",
  removed: "unwinding",
  unwound: "unwinding",
  withdrawn: "withdrawal",
};

/** Who has finished is not among them. */
function partingsOf(pairing: Pairing): Parting[] {
  const { state, ending, members, formerMembers = [], updatedAt, endedAt = updatedAt } = pairing;
  const cause = state === "declined" ? "decline" : state === "ended" && ending ? causes[ending] : undefined;
  return [
    ...formerMembers.flatMap(({ participantId, left, leftAt: at = updatedAt }) => {
      const after = causes[left];
      return after ? [{ memberId: participantId, participants: [participantId], after, at }] : [];
    }),
    ...(cause
      ? [{ participants: members.map(({ participantId }) => participantId), after: cause, at: endedAt }]
      : []),
  ];
}

/**
 * Looks for somebody new once members of a pairing are free again: a matching run begins by itself, whose proposal
 * waits for the manager. It takes the place of an earlier one of its kind that nobody has touched; beside any other
 * open run nothing begins, and an alert says so. Once for each parting, however often it is looked at.
 */
export async function matchAgain(ctx: Context, { stored, markId }: Kept): Promise<void> {
  const pairing = Pairing.parse(stored);
  const since = plus(ctx.clock.now(), { hours: -FRESH_HOURS });
  const partings = partingsOf(pairing).filter(({ at }) => at > since);
  if (partings.length === 0) return;
  const programme = await readProgramme(ctx, pairing.programmeId);
  if (!meetingPhases.includes(programme.phase)) return;
  const underMark = check(markKey(pairingRef(pairing.id)), equal("id", markId));
  for (const parting of partings) await lookFor(ctx, { programme, pairing, underMark }, parting);
}

async function lookFor(
  ctx: Context,
  { programme, pairing, underMark }: { programme: Programme; pairing: Pairing; underMark: Write },
  parting: Parting,
): Promise<void> {
  const place = { pairingId: pairing.id, ...(parting.memberId && { memberId: parting.memberId }) };
  const [noted, participants] = await Promise.all([
    ctx.table.get(freedKey(programme.id, place)),
    freeOf(ctx, parting),
  ]);
  if (noted || participants.length === 0) return;
  const freed = { ...place, participants, after: parting.after, freedAt: ctx.clock.now() };
  const note = (more: { readonly runId?: StoredRun["id"] }): Write[] => [
    underMark,
    put(freedItem(programme.id, { ...freed, ...more }), absent),
  ];
  if (!(await begin(ctx, programme, parting.after, note))) await commitOrLookAgain(ctx, note({}));
}

/** Those of them who are prepared and have room. */
async function freeOf(ctx: Context, { participants }: Parting): Promise<Participant["id"][]> {
  const keys = participants.map((id) => entityKey(participantRef(id)));
  return (await ctx.table.getMany(keys))
    .flatMap((item) => (item ? [Participant.parse(item)] : []))
    .filter(
      ({ state, mentorCapacity, mentorLoad, menteeCapacity, menteeLoad }) =>
        readyStates.includes(state) && (mentorCapacity > mentorLoad || menteeCapacity > menteeLoad),
    )
    .map(({ id }) => id);
}

async function commitOrLookAgain(ctx: Context, writes: readonly Write[]): Promise<void> {
  const { committed } = await ctx.table.transact(writes);
  if (!committed) throw new ChangedMeanwhile();
}

/** Begins a run where none stands in the way, and notes it. @returns whether it has */
async function begin(
  ctx: Context,
  programme: Programme,
  after: RematchCause,
  note: (noted: { readonly runId: StoredRun["id"] }) => readonly Write[],
): Promise<boolean> {
  if (programme.paused || !isMatchingOpen(programme, ctx.clock.now())) return false;
  const open = await openRun(ctx, programme.id);
  if (open && !isUntouched(open)) return false;
  const { run, job, writes } = beginning(ctx, programme, { after, replaced: open });
  const facts = { programmeId: programme.id, after };
  await commitOrLookAgain(ctx, [
    ...note({ runId: run.id }),
    ...writes,
    markWrite(ctx, job),
    auditWrite(ctx, {
      action: "matching-run.started",
      subject: { type: "matchingRun", id: run.id },
      facts,
    }),
  ]);
  await announce(ctx, [job]);
  return true;
}

/** Looks for somebody new for those who came free while a run was open that is published now. */
export async function matchHeld(ctx: Context, programme: Programme, since: Instant): Promise<void> {
  const [open, [newest]] = await Promise.all([openRun(ctx, programme.id), heldOf(ctx, programme.id, since)]);
  if (open || !newest) return;
  const noted = freedKey(programme.id, newest);
  const note = ({ runId }: { readonly runId: StoredRun["id"] }): Write[] => [
    update(noted, { set: { runId } }, all(present, missing("runId"))),
  ];
  await begin(ctx, programme, newest.after, note).catch((error) => {
    // Somebody has begun one at the same moment.
    if (!(error instanceof ChangedMeanwhile)) throw error;
  });
}
