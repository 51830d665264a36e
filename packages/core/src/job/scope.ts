import { actorName, type Context } from "../context.ts";
import type { Item } from "../table.ts";
import { Job } from "./schema.ts";

/**
 * Whether the actor may see a job: managers and participants see what they have started, and whoever asked for
 * something about herself sees it in each of her roles; all others see all.
 */
export function maySee({ actor }: Pick<Context, "actor">, job: Item): boolean {
  if (actor.kind !== "manager" && actor.kind !== "participant") return true;
  return job["startedBy"] === actorName(actor) || isHers(actor, Job.parse(job));
}

/** Whether somebody has asked for this job about herself. */
export const isHers = (actor: Context["actor"], { personId, askedBy }: Job): boolean =>
  "personId" in actor && actor.personId !== undefined && actor.personId === personId && askedBy === "herself";
