import { forgetForbiddenPairs, readMatchingTraces } from "../../matching/index.ts";
import type { Holding } from "./holding.ts";
import type { Holdings } from "./schema.ts";

/** Proposals name her by id and go after a year; why a manager keeps her apart from somebody is text about her. */
export const matchingHolding: Holding<Holdings["matching"]> = {
  async read(ctx, { participants }) {
    const found = await Promise.all(participants.map((one) => readMatchingTraces(ctx, one)));
    return {
      pairs: found.flatMap(({ pairs }) => pairs),
      keptApart: found.flatMap(({ keptApart }) => keptApart),
    };
  },
  async erase(ctx, { participants }) {
    for (const one of participants) await forgetForbiddenPairs(ctx, one);
  },
};
