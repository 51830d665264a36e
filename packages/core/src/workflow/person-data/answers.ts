import type { Context } from "../../context.ts";
import { entityKey } from "../../entity.ts";
import type { Id } from "../../ids.ts";
import { everyItem } from "../../page.ts";
import { type Item, present, remove, update } from "../../table.ts";
import { hasExpired, invitationRef, namedKey, Response, responsesOf } from "../../wave/index.ts";
import type { Holding } from "./holding.ts";
import type { Holdings } from "./schema.ts";
import { ofEach, type Traces } from "./traces.ts";

/** Invitations say what she was asked and whether she has answered, by ids; the links that were mailed are void. */
export const invitationsHolding: Holding<Holdings["invitations"]> = {
  read: async (_, { invitations }) => [...invitations],
  async erase(ctx, { invitations }) {
    for (const { id, state } of invitations) {
      const revoked = state === "open" ? { set: { state: "revoked" } } : {};
      await ctx.table.write(
        update(entityKey(invitationRef(id)), { ...revoked, add: { generation: 1, version: 1 } }, present),
      );
    }
  },
};

/**
 * Responses that carry her participation's id. Who answers confidentially is told that answers are only shown
 * together with those of others, and who answers under her name, who reads it: so an administrator who asks is
 * told that there are answers, and she herself which. Anonymous ones nobody can find.
 */
export const responsesHolding: Holding<Holdings["responses"]> = {
  async read(ctx, traces, asker) {
    const now = ctx.clock.now();
    const items = await linkedItems(ctx, traces);
    return items.flatMap(({ waveId, item }) => {
      const response = Response.parse(item);
      if (response.privacy === "anonymous" || hasExpired(item, now)) return [];
      const { privacy, role, answers } = response;
      return [{ waveId, privacy, role, ...(asker === "herself" && { answers }) }];
    });
  },
  async erase(ctx, traces) {
    for (const { item } of await linkedItems(ctx, traces)) {
      await ctx.table.write(remove({ pk: item.pk, sk: item.sk }));
    }
    for (const { waveId, participantId, privacy } of traces.invitations) {
      if (privacy === "attributed") await ctx.table.write(remove(namedKey(waveId, participantId)));
    }
  },
};

interface LinkedItem {
  readonly waveId: Id<"wave">;
  readonly item: Item;
}

/** The responses of a wave lie under ids that tell nothing; hers are those that name her participation. */
const linkedItems = (ctx: Context, { invitations }: Traces): Promise<LinkedItem[]> =>
  ofEach(
    invitations.filter(({ privacy }) => privacy !== "anonymous"),
    async ({ waveId, participantId }) => {
      const items = await everyItem(ctx, { partition: responsesOf(waveId) });
      return items
        .filter((item) => item["participantId"] === participantId)
        .map((item) => ({ waveId, item }));
    },
  );
