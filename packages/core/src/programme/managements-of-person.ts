import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
import { MANAGEMENT_OF_PERSON, Management } from "./management.ts";

/** What hangs on a person's running of programmes, also of those that she runs no more. */
export async function managementsOfPerson(ctx: Context, personId: Id<"person">): Promise<Management[]> {
  const sort = { beginsWith: MANAGEMENT_OF_PERSON };
  const items = await everyItem(ctx, { index: "byPerson", partition: personId, sort });
  return items.map((item) => Management.parse(item));
}
