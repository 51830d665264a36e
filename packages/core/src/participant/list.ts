import type { z } from "zod";
import type { Context } from "../context.ts";
import { idOf } from "../ids.ts";
import { type List, listPage, PageRequest } from "../page.ts";
import { requireManaged } from "../programme/index.ts";
import { participantsOf } from "./items.ts";
import { Participant } from "./schema.ts";

export const ParticipantsRequest = PageRequest.extend({
  programmeId: idOf("programme"),
  state: Participant.shape.state.optional(),
});
export type ParticipantsRequest = z.infer<typeof ParticipantsRequest>;

/** The participants of a programme, in no order that means anything. */
export async function listParticipants(
  ctx: Context,
  request: ParticipantsRequest,
): Promise<List<Participant>> {
  await requireManaged(ctx, request.programmeId);
  return listPage(
    ctx,
    { index: "byProgramme", partition: participantsOf(request.programmeId) },
    request,
    (item) =>
      request.state === undefined || item["state"] === request.state ? Participant.parse(item) : undefined,
  );
}
