import type { Context } from "../../context.ts";
import type { Id } from "../../ids.ts";
import {
  type ForbiddenPair,
  forbiddenIn,
  forbiddenKey,
  type PairAddress,
  pairsOf,
  proposalOf,
  runsIn,
} from "../../matching/index.ts";
import { remove } from "../../table.ts";
import type { Holding } from "./holding.ts";
import type { Holdings } from "./schema.ts";
import { ofEach, type Traces } from "./traces.ts";

/**
 * Pairs that she was in when a matching was proposed, with what came of them, by ids. What each criterion said of a
 * pair is left out: it tells of the other as much as of her.
 */
export const proposalsHolding: Holding<Holdings["proposals"]> = {
  async read(ctx, { participants }) {
    const runs = await ofEach(programmesOf(participants), (id) => runsIn(ctx, id));
    return ofEach(runs, async (run) => {
      const ref = proposalOf(run);
      const pairs = ref ? await pairsOf(ctx, ref) : [];
      return pairs
        .filter(hasOneOf(participants))
        .map((pair) => ({ ...pair, runId: run.id, programmeId: run.programmeId }));
    });
  },
  erase: "ids alone",
};

/**
 * With whom managers keep her from being paired, and why. The reason is often what another has confided, so whoever
 * answers for the data reads it first: it is in an administrator's export and not in her own. It goes with her.
 */
export const keptApartHolding: Holding<Holdings["keptApart"]> = {
  read: async (ctx, { participants }, asker) =>
    asker === "herself" ? [] : (await keptApart(ctx, participants)).map(({ pair }) => pair),
  async erase(ctx, { participants }) {
    for (const { programmeId, pair } of await keptApart(ctx, participants)) {
      await ctx.table.write(remove(forbiddenKey(programmeId, pair)));
    }
  },
};

type Participants = Traces["participants"];

const programmesOf = (participants: Participants): Id<"programme">[] => [
  ...new Set(participants.map(({ programmeId }) => programmeId)),
];

const hasOneOf = (participants: Participants) => {
  const own = new Set(participants.map(({ id }) => id));
  return ({ mentorId, menteeId }: PairAddress): boolean => own.has(mentorId) || own.has(menteeId);
};

const keptApart = (
  ctx: Context,
  participants: Participants,
): Promise<{ programmeId: Id<"programme">; pair: ForbiddenPair }[]> =>
  ofEach(programmesOf(participants), async (programmeId) =>
    (await forbiddenIn(ctx, programmeId))
      .filter(hasOneOf(participants))
      .map((pair) => ({ programmeId, pair })),
  );
