import type { z } from "zod";
import type { Context } from "../context.ts";
import { idOf } from "../ids.ts";
import { type List, listPage, PageRequest } from "../page.ts";
import { requireManaged } from "../programme/index.ts";
import { Instant } from "../time.ts";
import { pairingsOf } from "./items.ts";
import { Pairing } from "./schema.ts";

export const PairingsRequest = PageRequest.extend({
  programmeId: idOf("programme"),
  participantId: idOf("participant").optional().describe("Only pairings that she is a member of"),
  state: Pairing.shape.state.optional(),
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
});
export type PairingsRequest = z.infer<typeof PairingsRequest>;

/** The pairings of a programme, oldest first. */
export async function listPairings(ctx: Context, request: PairingsRequest): Promise<List<Pairing>> {
  const { programmeId, participantId, state, updatedSince } = request;
  await requireManaged(ctx, programmeId);
  const query = { index: "byProgramme", partition: pairingsOf(programmeId) } as const;
  return listPage(ctx, query, request, (item) => {
    if (state !== undefined && item["state"] !== state) return undefined;
    if (updatedSince !== undefined && String(item["updatedAt"]) < updatedSince) return undefined;
    const pairing = Pairing.parse(item);
    const hers = pairing.members.some((member) => member.participantId === participantId);
    return participantId === undefined || hers ? pairing : undefined;
  });
}
