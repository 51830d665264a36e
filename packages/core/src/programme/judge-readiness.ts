import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { getProgramme } from "./get.ts";
import { type Readiness, readinessOf } from "./readiness.ts";
import type { Programme } from "./schema.ts";
import { readSurroundings } from "./surroundings.ts";

/**
 * What a programme lacks for its opening.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 */
export async function getReadiness(ctx: Context, id: Id<"programme">): Promise<Readiness> {
  return judgeReadiness(ctx, await getProgramme(ctx, id));
}

export const judgeReadiness = async (ctx: Context, programme: Programme): Promise<Readiness> =>
  readinessOf(programme, await readSurroundings(ctx, programme), ctx.clock.now());
