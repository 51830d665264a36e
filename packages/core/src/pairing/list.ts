import type { z } from "zod";
import type { Context } from "../context.ts";
import { idOf } from "../ids.ts";
import { type List, listPage, PageRequest } from "../page.ts";
import { requireManaged } from "../programme/index.ts";
import { pairingsOf } from "./items.ts";
import { Pairing } from "./schema.ts";

export const PairingsRequest = PageRequest.extend({
  programmeId: idOf("programme"),
  state: Pairing.shape.state.optional(),
});
export type PairingsRequest = z.infer<typeof PairingsRequest>;

/** The pairings of a programme, oldest first. */
export async function listPairings(ctx: Context, request: PairingsRequest): Promise<List<Pairing>> {
  await requireManaged(ctx, request.programmeId);
  return listPage(
    ctx,
    { index: "byProgramme", partition: pairingsOf(request.programmeId) },
    request,
    (item) =>
      request.state === undefined || item["state"] === request.state ? Pairing.parse(item) : undefined,
  );
}
