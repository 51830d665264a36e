import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { readProgramme } from "./read.ts";
import { type ProgrammeView, viewOf } from "./schema.ts";
import { mayManage } from "./scope.ts";

/** @throws NotFound  there is no such programme, or the actor does not manage it */
export async function getProgramme(ctx: Context, id: Id<"programme">): Promise<ProgrammeView> {
  const programme = await readProgramme(ctx, id);
  if (!mayManage(ctx, programme)) throw new NotFound("There is no programme with this id.");
  return viewOf(programme, ctx.clock.now());
}
