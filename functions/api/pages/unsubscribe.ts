import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { stopMails, unsubscriptionOf } from "@viceversa/core/person/index.ts";
import { readershipOf } from "@viceversa/core/workflow/reader.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import { unsubscribePage } from "@viceversa/views/page/unsubscribe.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";

async function show(ctx: Context, { id }: Capability): Promise<PageAnswer> {
  const { personId, mailClass } = unsubscriptionOf(id);
  const frame = await readershipOf(ctx, { personId });
  return { status: 200, html: unsubscribePage(frame, { mailClass, fault: false }) };
}

/** The page's own form needs its choice; a mail program's one-click post (RFC 8058) has said all. */
async function act(ctx: Context, { id }: Capability, form: Form): Promise<PageAnswer> {
  const { personId, mailClass } = unsubscriptionOf(id);
  const frame = await readershipOf(ctx, { personId });
  const chosen = form["choice"] === "stop" || form["List-Unsubscribe"] === "One-Click";
  if (!chosen) return { status: 422, html: unsubscribePage(frame, { mailClass, fault: true }) };
  await stopMails(ctx, { personId, mailClass });
  return { status: 200, html: statePage(frame, "unsubscribed") };
}

export const unsubscribe: PageHandler = { operation: "page.unsubscribe", show, act };
