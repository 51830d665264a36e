import { actorName, type Context } from "../context.ts";
import type { Item } from "../table.ts";

/** Whether the actor may see a job: who manages programmes sees what they started themselves, all others see all. */
export const maySee = ({ actor }: Pick<Context, "actor">, job: Item): boolean =>
  (actor.kind !== "manager" && actor.kind !== "participant") || job["startedBy"] === actorName(actor);
