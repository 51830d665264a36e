import type { Context } from "../../context.ts";
import { entityKey } from "../../entity.ts";
import { forgetUnwinding, goesOnWithout, hasEnded, pairingRef, unwindingOf } from "../../pairing/index.ts";
import { participantRef } from "../../participant/index.ts";
import { type Venue, withoutWords } from "../../programme/index.ts";
import { sessionRef } from "../../session/index.ts";
import { type Change, present, update } from "../../table.ts";
import type { Holding } from "./holding.ts";
import type { Holdings } from "./schema.ts";
import { ofEach, type Traces } from "./traces.ts";

/**
 * Pairings say who meets, by id. Where they meet may be somebody's own room or meeting link, and nobody needs it
 * any more once they have ended.
 */
export const pairingsHolding: Holding<Holdings["pairings"]> = {
  read: async (_, { pairings }) => [...pairings],
  async erase(ctx, { pairings, participants }) {
    for (const { id, venue, inPersonVenue, ...pairing } of pairings) {
      if ((isBare(venue) && !inPersonVenue) || goesOn(pairing, participants)) continue;
      await change(ctx, entityKey(pairingRef(id)), {
        set: { venue: withoutWords(venue) },
        remove: ["inPersonVenue"],
      });
    }
  },
};

/** Why she has asked to meet somebody else is for whoever runs the programme, and tells of the other too. */
export const unwindingsHolding: Holding<Holdings["unwindings"]> = {
  async read(ctx, { pairings, participants }, asker) {
    if (asker !== "herself") return [];
    return ofEach(ownPlaces({ pairings, participants }), async ({ pairingId, participantId }) => {
      const own = await unwindingOf(ctx, pairingId, participantId);
      return own ? [own] : [];
    });
  },
  async erase(ctx, traces) {
    for (const { pairingId, participantId } of ownPlaces(traces))
      await forgetUnwinding(ctx, pairingId, participantId);
  },
};

/** Each of her pairings, with which participation of hers is in it or was. */
const ownPlaces = ({ pairings, participants }: Pick<Traces, "pairings" | "participants">) =>
  pairings.flatMap(({ id: pairingId, members, formerMembers = [] }) =>
    [...members, ...formerMembers]
      .filter(({ participantId }) => participants.some(({ id }) => id === participantId))
      .map(({ participantId }) => ({ pairingId, participantId })),
  );

/** Whether a group meets without her: where they do is theirs. */
const goesOn = (
  pairing: Pick<Traces["pairings"][number], "state" | "members">,
  participants: Traces["participants"],
): boolean => !hasEnded(pairing) && participants.every(({ id }) => goesOnWithout(pairing, id));

/**
 * Sessions, with how she attended. Why she called one off was for the others to read, so only she exports it. When
 * she is erased it goes whoever wrote it: others write about her, and all have read it by then.
 */
export const sessionsHolding: Holding<Holdings["sessions"]> = {
  async read(_, { sessions, participants }, asker) {
    const own = new Set(participants.map(({ id }) => id));
    return sessions.map(({ cancelledBy, cancellationReason, ...session }) => ({
      ...session,
      attendance: session.attendees.filter(({ participantId }) => own.has(participantId)),
      ...(asker === "herself" && cancelledBy && own.has(cancelledBy) && { ownReason: cancellationReason }),
    }));
  },
  async erase(ctx, { sessions, pairings, participants }) {
    const others = pairings.filter((pairing) => goesOn(pairing, participants));
    for (const { id, venue, cancellationReason, before, pairingId, state } of sessions) {
      if (state === "planned" && others.some((pairing) => pairing.id === pairingId)) continue;
      if (isBare(venue) && cancellationReason === undefined && !before) continue;
      await change(ctx, entityKey(sessionRef(id)), {
        set: { venue: withoutWords(venue) },
        remove: ["cancellationReason", "before"],
      });
    }
  },
};

/**
 * Participations say in which programmes and roles she was, by ids; how ready she felt and why she was refused is
 * about her.
 */
export const participantsHolding: Holding<Holdings["participants"]> = {
  read: async (_, { participants }: Traces) => [...participants],
  async erase(ctx, { participants }) {
    for (const { id, preparation, refusal } of participants) {
      if (!preparation && refusal === undefined) continue;
      await change(ctx, entityKey(participantRef(id)), { remove: ["preparation", "refusal"] });
    }
  },
};

const isBare = (venue: Venue): boolean => JSON.stringify(venue) === JSON.stringify(withoutWords(venue));

/** What others read of it changes, so its version does. */
async function change(ctx: Context, key: ReturnType<typeof entityKey>, { set, remove }: Change) {
  await ctx.table.write(
    update(
      key,
      {
        set: { ...set, updatedAt: ctx.clock.now() },
        ...(remove && { remove }),
        add: { version: 1 },
      },
      present,
    ),
  );
}
