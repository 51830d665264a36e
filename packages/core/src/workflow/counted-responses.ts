import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { GenerationRanges } from "../organisation/index.ts";
import { Participant, participantRef } from "../participant/index.ts";
import { generationOf, Person, personKey } from "../person/index.ts";
import type { Key } from "../table.ts";
import type { CountedResponse, Response } from "../wave/index.ts";

/** Responses with the groups that they count in; an erased person counts in none. */
export async function countedResponses(
  ctx: Context,
  responses: readonly Response[],
  generations: GenerationRanges,
): Promise<(CountedResponse & { readonly participantId?: string })[]> {
  const ids = responses.map((response) =>
    response.privacy === "confidential" ? response.participantId : undefined,
  );
  const participants = await readAll(
    ctx,
    ids.map((id) => id && entityKey(participantRef(id))),
  );
  const people = await readAll(
    ctx,
    participants.map((item) => item && personKey(Participant.parse(item).personId)),
  );
  return responses.map(({ answers, role }, at) => {
    const participantId = ids[at];
    const person = people[at] && Person.parse(people[at]);
    const generation = person?.birthYear && generationOf(person.birthYear, generations);
    return {
      answers,
      ...(participantId && { participantId }),
      groups: {
        ...(role && { role }),
        ...(generation && { generation }),
        ...(person?.department && { department: person.department }),
      },
    };
  });
}

/** Reads items by their keys; what has no key has no item. */
async function readAll(ctx: Context, keys: readonly (Key | undefined)[]) {
  const wanted = keys.filter((key) => key !== undefined);
  const found = new Map((await ctx.table.getMany(wanted)).map((item) => [item?.pk, item]));
  return keys.map((key) => key && found.get(key.pk));
}
