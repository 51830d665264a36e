import { forgetForbiddenPairs, forgetOverrides, readMatchingTraces } from "../../matching/index.ts";
import type { Holding } from "./holding.ts";
import type { Holdings } from "./schema.ts";

/**
 * Proposals name her by id and go after a year; why a manager keeps her apart from somebody, or an administrator has
 * paired her in her own reporting line, is text about her. What
 * a criterion came to is for who runs the programme: it tells how old or how ready the other is.
 */
export const matchingHolding: Holding<Holdings["matching"]> = {
  async read(ctx, { participants }, asker) {
    const found = await Promise.all(participants.map((one) => readMatchingTraces(ctx, one)));
    return {
      pairs: found
        .flatMap(({ pairs }) => pairs)
        .map(({ criteria, ...pair }) => ({ ...pair, ...(asker !== "herself" && { criteria }) })),
      keptApart: found.flatMap(({ keptApart }) => keptApart),
    };
  },
  async erase(ctx, { participants }) {
    for (const one of participants) {
      await forgetForbiddenPairs(ctx, one);
      await forgetOverrides(ctx, one);
    }
  },
};
