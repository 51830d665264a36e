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
import { Pairing, pairingRef } from "../pairing/index.ts";
import { Participant, participantRef, readyStates } from "../participant/index.ts";
import { isMatchingOpen, meetingPhases, type Programme, readProgramme } from "../programme/index.ts";
import { absent, all, check, equal, missing, present, put, update, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { ChangedMeanwhile, type Kept } from "./kept.ts";

/** Why the members of a pairing are free again; nothing when they are not, or have finished. */
function causeOf({ state, ending }: Pairing): RematchCause | undefined {
  if (state === "declined") return "decline";
  if (state !== "ended" || ending === undefined || ending === "completed") return undefined;
  return ending === "withdrawn" ? "withdrawal" : "unwinding";
}

/**
 * Looks for somebody new once the members of a pairing are free again: a matching run begins by itself, whose
 * proposal waits for the manager. It takes the place of an earlier one of its kind that nobody has touched; beside
 * any other open run nothing begins, and an alert says so. Once for each pairing, however often it is looked at.
 */
export async function matchAgain(ctx: Context, { stored, markId }: Kept): Promise<void> {
  const pairing = Pairing.parse(stored);
  const after = causeOf(pairing);
  if (!after) return;
  const { programmeId, id: pairingId } = pairing;
  const [programme, noted, free] = await Promise.all([
    readProgramme(ctx, programmeId),
    ctx.table.get(freedKey(programmeId, pairingId)),
    freeIn(ctx, pairing),
  ]);
  if (noted || free.length === 0 || !meetingPhases.includes(programme.phase)) return;
  const freed = { pairingId, participants: free, after, freedAt: ctx.clock.now() };
  const underMark = check(markKey(pairingRef(pairingId)), equal("id", markId));
  const note = (more: { readonly runId?: StoredRun["id"] }): Write[] => [
    underMark,
    put(freedItem(programmeId, { ...freed, ...more }), absent),
  ];
  if (!(await begin(ctx, programme, after, note))) await commitOrLookAgain(ctx, note({}));
}

/** Members who are prepared and have room. */
async function freeIn(ctx: Context, { members }: Pairing): Promise<Participant["id"][]> {
  const keys = members.map(({ participantId }) => entityKey(participantRef(participantId)));
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
  const [newest] = await heldOf(ctx, programme.id, since);
  if (!newest) return;
  const noted = freedKey(programme.id, newest.pairingId);
  const note = ({ runId }: { readonly runId: StoredRun["id"] }): Write[] => [
    update(noted, { set: { runId } }, all(present, missing("runId"))),
  ];
  await begin(ctx, programme, newest.after, note).catch((error) => {
    // Somebody has begun one at the same moment.
    if (!(error instanceof ChangedMeanwhile)) throw error;
  });
}
