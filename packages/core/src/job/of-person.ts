import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
import { JOB_OF_PERSON, jobKey } from "./items.ts";
import { Job } from "./schema.ts";

/** The jobs about a person, as they are now. The index that finds them may lag for a moment. */
export async function jobsOfPerson(ctx: Context, personId: Id<"person">): Promise<Job[]> {
  const found = await everyItem(ctx, {
    index: "byPerson",
    partition: personId,
    sort: { beginsWith: JOB_OF_PERSON },
  });
  const items = await ctx.table.getMany(found.map((item) => jobKey(Job.parse(item).id)));
  return items.flatMap((item) => (item ? [Job.parse(item)] : []));
}
