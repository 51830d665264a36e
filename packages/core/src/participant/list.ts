import type { z } from "zod";
import type { Context } from "../context.ts";
import { idOf } from "../ids.ts";
import { type List, listPage, PageRequest } from "../page.ts";
import { requireManaged } from "../programme/index.ts";
import { Instant } from "../time.ts";
import { participantsOf } from "./items.ts";
import { Participant } from "./schema.ts";

export const ParticipantsRequest = PageRequest.extend({
  programmeId: idOf("programme"),
  personId: idOf("person").optional().describe("Only this person, who is in a programme once"),
  state: Participant.shape.state.optional(),
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
});
export type ParticipantsRequest = z.infer<typeof ParticipantsRequest>;

/** The participants of a programme, in no order that means anything. */
export async function listParticipants(
  ctx: Context,
  request: ParticipantsRequest,
): Promise<List<Participant>> {
  const { programmeId, personId, state, updatedSince } = request;
  await requireManaged(ctx, programmeId);
  const query = { index: "byProgramme", partition: participantsOf(programmeId) } as const;
  return listPage(ctx, query, request, (item) => {
    if (state !== undefined && item["state"] !== state) return undefined;
    if (personId !== undefined && item["personId"] !== personId) return undefined;
    if (updatedSince !== undefined && String(item["updatedAt"]) < updatedSince) return undefined;
    return Participant.parse(item);
  });
}
