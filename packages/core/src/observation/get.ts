import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { requireManaged } from "../programme/index.ts";
import { observationKey } from "./items.ts";
import { Observation } from "./schema.ts";

/** @throws NotFound  there is no such observation, or the actor does not manage its programme */
export async function getObservation(ctx: Context, id: Id<"observation">): Promise<Observation> {
  const item = await ctx.table.get(observationKey(id));
  if (!item) throw new NotFound("There is no observation with this id.");
  const observation = Observation.parse(item);
  await requireManaged(ctx, observation.programmeId, "observation");
  return observation;
}
