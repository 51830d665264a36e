import { z } from "zod";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { ORGANISATION } from "./items.ts";

/** Ten years: what is kept longer has another purpose than a programme. */
const MAXIMUM_MONTHS = 120;
const Months = z.number().int().min(1).max(MAXIMUM_MONTHS);

const defaults = { responsesMonths: 24, peopleMonths: 24, mailsMonths: 12 };

/**
 * How long things are kept, in months, and what sees to it:
 *
 * - Responses, and the comments that a release quotes, from the release on. Fixed when the wave opens, and a time
 *   to live from the moment of the answer: the same for all of a wave, so that it tells nobody when somebody has
 *   answered.
 * - People who have left, from then on. Each month since she left a wake looks whether it is time, by the settings
 *   of that day, and begins her erasure; one that is refused is tried again a month later.
 * - What is known of mails and wakes, from when they were stale on: a time to live from their creation.
 *
 * Shorter is kept without a setting: repeats of requests a week, files of exports seven days, files of imports
 * until their job has ended. Released tables and the audit, which name nobody, stay. The table deletes what has
 * outlived its time within days; whoever reads leaves it out before.
 */
export const Retention = z
  .strictObject({
    responsesMonths: Months.describe("Responses, after their wave's release; fixed when it opens"),
    peopleMonths: Months.describe("People who have left, until they are erased"),
    mailsMonths: Months.describe("What is known of mails, after they were due"),
  })
  .describe("How long things are kept, in months");
export type Retention = z.infer<typeof Retention>;

/** As an organisation has it, also one that was set up before there was a choice. */
export const StoredRetention = Retention.default(defaults);

/** How long things are kept now; as usual in a stack that was not set up yet. */
export async function retentionOf({ table }: Pick<Context, "table">): Promise<Retention> {
  return StoredRetention.parse((await table.get(entityKey(ORGANISATION)))?.["retention"]);
}
