import type { z } from "zod";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { idOf } from "../ids.ts";
import { type List, listPage, PageRequest } from "../page.ts";
import { requireManaged } from "../programme/index.ts";
import { Instant } from "../time.ts";
import { sessionsOf } from "./items.ts";
import { Session } from "./schema.ts";

export const SessionsRequest = PageRequest.extend({
  programmeId: idOf("programme"),
  pairingId: idOf("pairing").optional(),
  participantId: idOf("participant").optional().describe("Only sessions that she is to attend"),
  state: Session.shape.state.optional(),
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
  from: Instant.optional().describe("Only sessions that start at or after this instant"),
  to: Instant.optional().describe("Only sessions that start before this instant"),
});
export type SessionsRequest = z.infer<typeof SessionsRequest>;

/** The sessions of a programme, by their start. */
export async function listSessions(ctx: Context, request: SessionsRequest): Promise<List<Session>> {
  const { programmeId, pairingId, participantId, state, from, to, updatedSince } = request;
  if (from !== undefined && to !== undefined && from > to) {
    const issues = [{ path: ["to"], message: "Give an instant that is not before `from`." }];
    throw new Invalid("Nothing lies between these two instants.", { issues });
  }
  await requireManaged(ctx, programmeId);
  return listPage(
    ctx,
    {
      index: "byProgramme",
      partition: sessionsOf(programmeId),
      ...((from || to) && { sort: { ...(from && { from }), ...(to && { to }) } }),
    },
    request,
    (item) => {
      if (state !== undefined && item["state"] !== state) return undefined;
      if (pairingId !== undefined && item["pairingId"] !== pairingId) return undefined;
      if (updatedSince !== undefined && String(item["updatedAt"]) < updatedSince) return undefined;
      const session = Session.parse(item);
      const hers = session.attendees.some((attendee) => attendee.participantId === participantId);
      return participantId === undefined || hers ? session : undefined;
    },
  );
}
