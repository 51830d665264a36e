import { markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey, markKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { horizonOf, meetingStates, Pairing, pairingRef } from "../pairing/index.ts";
import { meetingPhases, readProgramme } from "../programme/index.ts";
import {
  cancellationWrite,
  SESSION_POINTER,
  Session,
  sessionItem,
  sessionOfPlan,
  sessionPointer,
  sessionRef,
} from "../session/index.ts";
import { absent, check, equal, type Item, oneOf, put, update, type Write } from "../table.ts";
import { epochOf } from "../time.ts";
import type { Kept } from "./kept.ts";

/**
 * Keeps the sessions of a pairing: while it meets, the next ones of its plan exist; once it has ended, or its
 * programme has, none that is still to come.
 */
export async function keepPairing(ctx: Context, { stored, partition, markId }: Kept): Promise<void> {
  const pairing = Pairing.parse(stored);
  const { phase } = await readProgramme(ctx, pairing.programmeId);
  const meets = meetingStates.includes(pairing.state) && meetingPhases.includes(phase);
  const underMark = check(markKey(pairingRef(pairing.id)), equal("id", markId));
  const sessions = await sessionsIn(ctx, partition);
  if (!meets) return cancelAll(ctx, sessions, underMark);
  await cancelAll(
    ctx,
    sessions.filter(({ planned }) => planned && planned.revision !== pairing.planRevision),
    underMark,
  );
  const now = ctx.clock.now();
  const known = new Set(sessions.map(({ id }) => id));
  for (const date of horizonOf(pairing, now)) {
    const session = sessionOfPlan(pairing, date, now);
    if (!known.has(session.id)) await make(ctx, session, underMark);
  }
  await activate(ctx, pairing, sessions);
}

async function sessionsIn(ctx: Context, partition: readonly Item[]): Promise<Session[]> {
  const ids = partition
    .filter(({ sk }) => sk.startsWith(SESSION_POINTER))
    .map((item) => item["sessionId"] as Id<"session">);
  const sessions: Session[] = [];
  for (let at = 0; at < ids.length; at += 100) {
    const items = await ctx.table.getMany(ids.slice(at, at + 100).map((id) => entityKey(sessionRef(id))));
    sessions.push(...items.flatMap((item) => (item ? [Session.parse(item)] : [])));
  }
  return sessions;
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
  if (committed) await announce(ctx, session.id);
}

async function cancelAll(ctx: Context, sessions: readonly Session[], underMark: Write): Promise<void> {
  const now = ctx.clock.now();
  for (const { id, state, start } of sessions) {
    if (state !== "planned" || start <= now) continue;
    const writes = [underMark, cancellationWrite(id, now), markWrite(ctx, sessionRef(id))];
    const { committed } = await ctx.table.transact(writes);
    if (committed) await announce(ctx, id);
  }
}

const announce = (ctx: Context, id: Id<"session">) =>
  ctx.queue.send("due", { message: "synchronise", entities: [sessionRef(id)] });

/** A pairing is active from its first session on. */
async function activate(ctx: Context, pairing: Pairing, sessions: readonly Session[]): Promise<void> {
  const now = epochOf(ctx.clock.now());
  const hasBegun = sessions.some(({ start, state }) => state !== "cancelled" && epochOf(start) <= now);
  if (pairing.state !== "accepted" || !hasBegun) return;
  await ctx.table.write(
    update(
      entityKey(pairingRef(pairing.id)),
      { set: { state: "active" }, add: { version: 1 } },
      equal("version", pairing.version),
    ),
  );
}
