import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
import { PARTICIPANT_OF_PERSON, participantRef } from "./items.ts";
import { Participant } from "./schema.ts";

/** A person's participations in all programmes, as they are now. The index that finds them may lag for a moment. */
export async function participantsOfPerson(ctx: Context, personId: Id<"person">): Promise<Participant[]> {
  const found = await everyItem(ctx, {
    index: "byPerson",
    partition: personId,
    sort: { beginsWith: PARTICIPANT_OF_PERSON },
  });
  const ids = found.map((item) => Participant.parse(item).id);
  const items = await ctx.table.getMany(ids.map((id) => entityKey(participantRef(id))));
  return items.flatMap((item) => (item ? [Participant.parse(item)] : []));
}
