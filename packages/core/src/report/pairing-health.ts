import { z } from "zod";
import type { Context } from "../context.ts";
import { type Id, idOf } from "../ids.ts";
import { getOrganisation } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import { hasEnded, Pairing, pairingsOf } from "../pairing/index.ts";
import { getProgramme, type Programme } from "../programme/index.ts";
import { CancellationReason, Session, sessionsOf } from "../session/index.ts";
import type { Item } from "../table.ts";
import { epochOf, Instant } from "../time.ts";
import { type QuietRules, quietSpellOf } from "./quiet.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const Cancellation = z.object({
  sessionId: idOf("session"),
  cancelledBy: idOf("participant").optional().describe("Absent when it was nobody of the two"),
  noticeHours: z.number().describe("How long before its start; whole hours"),
});

/** How a pairing does, from the dates of its sessions alone: nothing of what is said in them. */
export const PairingHealth = z
  .object({
    pairingId: idOf("pairing"),
    members: z.array(idOf("participant")),
    state: Pairing.shape.state,
    signal: z
      .enum(["well", "new", "quiet", "disputed"])
      .describe(
        "new until a first session could have been held; quiet when two cadences went by without one, pauses not counted; disputed when the two say different things about one",
      ),
    held: z.number().int().describe("Held by the word of somebody who was there, or as a manager recorded"),
    assumed: z.number().int().describe("Taken for held because nobody said anything"),
    missed: z.number().int(),
    disputed: z.number().int(),
    cancellations: z.array(Cancellation),
    lastHeldAt: Instant.optional(),
    silentSince: Instant.optional().describe("Only while it is quiet: since when nobody says that they met"),
    quietSince: Instant.optional().describe("Only while it is quiet: from when on that was too long"),
    nextStartsAt: Instant.optional(),
    daysUntilNext: z.number().int().optional(),
  })
  .meta({ id: "PairingHealth" });
export type PairingHealth = z.infer<typeof PairingHealth>;

/** A session with who called it off, as the health of its pairing reads it. */
export type ReadSession = Session & Pick<CancellationReason, "cancelledBy">;

/** The start of the last session that is known to have been held; who says nothing does not say that they met. */
export const lastHeldIn = (sessions: readonly Session[]): Instant | undefined =>
  sessions
    .filter(({ state, outcome }) => state === "held" && outcome?.known !== "assumed")
    .map(({ start }) => start)
    .sort()
    .at(-1);

/** The session to come that is the next. */
export const nextIn = (sessions: readonly Session[], now: Instant): Instant | undefined =>
  sessions
    .filter(({ state, start }) => state === "planned" && start > now)
    .map(({ start }) => start)
    .sort()[0];

/** The health of one pairing. */
export function healthOf(
  pairing: Pairing,
  sessions: readonly ReadSession[],
  rules: QuietRules,
): PairingHealth {
  const { now } = rules;
  const held = sessions.filter(({ state }) => state === "held");
  const known = held.filter(({ outcome }) => outcome?.known !== "assumed");
  const next = nextIn(sessions, now);
  const lastHeldAt = lastHeldIn(sessions);
  const disputed = sessions.filter(({ outcome }) => outcome?.known === "disputed").length;
  const spell = hasEnded(pairing) ? undefined : quietSpellOf(pairing, lastHeldAt, rules);
  const quiet = spell && spell.quietFrom < now ? spell : undefined;
  return {
    pairingId: pairing.id,
    members: pairing.members.map(({ participantId }) => participantId),
    state: pairing.state,
    signal: signalOf(pairing, { lastHeldAt, disputed, isQuiet: quiet !== undefined }),
    held: known.length,
    assumed: held.length - known.length,
    missed: sessions.filter(({ state }) => state === "missed").length,
    disputed,
    cancellations: sessions.flatMap(cancellationIn),
    ...(lastHeldAt && { lastHeldAt }),
    ...(quiet && { silentSince: quiet.since, quietSince: quiet.quietFrom }),
    ...(next && { nextStartsAt: next, daysUntilNext: Math.ceil((epochOf(next) - epochOf(now)) / DAY) }),
  };
}

function signalOf(
  pairing: Pairing,
  { lastHeldAt, disputed, isQuiet }: { lastHeldAt: Instant | undefined; disputed: number; isQuiet: boolean },
): PairingHealth["signal"] {
  if (isQuiet) return "quiet";
  if (disputed > 0) return "disputed";
  return lastHeldAt || hasEnded(pairing) ? "well" : "new";
}

function cancellationIn({ id, state, start, cancelledAt, cancelledBy }: ReadSession) {
  if (state !== "cancelled" || !cancelledAt) return [];
  const noticeHours = Math.floor((epochOf(start) - epochOf(cancelledAt)) / HOUR);
  return [{ sessionId: id, noticeHours, ...(cancelledBy && { cancelledBy }) }];
}

/**
 * The health of every pairing of a programme, those that need somebody first.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 */
export async function healthOfPairings(ctx: Context, programmeId: Id<"programme">): Promise<PairingHealth[]> {
  return (await watchPairings(ctx, await getProgramme(ctx, programmeId))).pairings;
}

/** How the pairings of a programme do, those that need somebody first, and their sessions. */
export async function watchPairings(
  ctx: Context,
  { id, pauses }: Pick<Programme, "id" | "pauses">,
): Promise<{ pairings: PairingHealth[]; sessions: ReadSession[] }> {
  const list = (partition: string): Promise<Item[]> => everyItem(ctx, { index: "byProgramme", partition });
  const [pairings, found, working] = await Promise.all([
    list(pairingsOf(id)),
    list(sessionsOf(id)),
    getOrganisation(ctx),
  ]);
  const sessions = found.map(readSession);
  const byPairing = Map.groupBy(sessions, ({ pairingId }) => pairingId);
  const rules = { pauses, working, now: ctx.clock.now() };
  const healths = pairings
    .map((item) => Pairing.parse(item))
    .map((pairing) => healthOf(pairing, byPairing.get(pairing.id) ?? [], rules))
    .sort((one, other) => urgency(one) - urgency(other));
  return { pairings: healths, sessions };
}

const readSession = (item: Item): ReadSession => ({
  ...Session.parse(item),
  cancelledBy: CancellationReason.parse(item).cancelledBy,
});

const order: readonly PairingHealth["signal"][] = ["quiet", "disputed", "new", "well"];
const urgency = ({ signal }: PairingHealth): number => order.indexOf(signal);
