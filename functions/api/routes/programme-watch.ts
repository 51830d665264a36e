import { idOf } from "@viceversa/core/ids.ts";
import { Alerts, alertsOf, healthOfPairings, PairingHealth } from "@viceversa/core/report/index.ts";
import { Outlook, outlookOf } from "@viceversa/core/workflow/outlook.ts";
import { PreviewReceipt, previewMail } from "@viceversa/core/workflow/preview-mail.ts";
import { z } from "zod";
import { listOf, operation, type Room } from "../operation.ts";

const params = z.object({ id: idOf("programme") });

/** What a manager watches in a programme: what goes out, how its pairings do, and what needs her. */
export function addWatch(room: Room): void {
  operation(
    room,
    {
      operation: "programme.health-of-pairings",
      method: "get",
      path: "/{id}/health-of-pairings",
      summary: "How each pairing does, from dates alone; who needs somebody comes first",
      params,
      answer: listOf(PairingHealth),
    },
    async (ctx, { params }) => ({ items: await healthOfPairings(ctx, params.id) }),
  );

  operation(
    room,
    {
      operation: "programme.alerts",
      method: "get",
      path: "/{id}/alerts",
      summary: "What needs a manager now, and since when, as things stand",
      params,
      answer: Alerts,
    },
    (ctx, { params }) => alertsOf(ctx, params.id),
  );

  operation(
    room,
    {
      operation: "programme.outlook",
      method: "get",
      path: "/{id}/outlook",
      summary: "What goes out in the next seven days, to whom and why, as things stand",
      params,
      answer: Outlook,
    },
    (ctx, { params }) => outlookOf(ctx, params.id),
  );

  operation(
    room,
    {
      operation: "programme.preview-mail",
      method: "post",
      path: "/{id}/outlook/{dueId}/preview",
      summary: "Mail yourself what somebody else is going to get; links in it lead nowhere",
      params: params.extend({ dueId: idOf("due") }),
      answer: PreviewReceipt,
      status: 202,
      errors: [409],
    },
    (ctx, { params }) => previewMail(ctx, { programmeId: params.id, dueId: params.dueId }),
  );
}
