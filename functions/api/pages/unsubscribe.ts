import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { areMailsStopped, stopMails, unsubscriptionOf } from "@viceversa/core/person/index.ts";
import { readershipOf } from "@viceversa/core/workflow/reader.ts";
import { preferencesLink } from "@viceversa/core/workflow/session-links.ts";
import type { PageFrame } from "@viceversa/views/page/layout.ts";
import { unsubscribedPage, unsubscribePage } from "@viceversa/views/page/unsubscribe.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";

async function show(ctx: Context, { id }: Capability): Promise<PageAnswer> {
  const { personId, mailClass } = unsubscriptionOf(id);
  const [frame, stopped] = await Promise.all([
    readershipOf(ctx, { personId }),
    areMailsStopped(ctx, { personId, mailClass }),
  ]);
  if (stopped) return receipt(ctx, { personId, mailClass }, frame);
  return { status: 200, html: unsubscribePage(frame, { mailClass, fault: false }) };
}

/** That the mails have stopped, and where she finds them again. */
async function receipt(
  ctx: Context,
  { personId, mailClass }: ReturnType<typeof unsubscriptionOf>,
  frame: PageFrame,
): Promise<PageAnswer> {
  const preferences = await preferencesLink(ctx, { person: { id: personId } });
  return { status: 200, html: unsubscribedPage(frame, { mailClass, preferences }) };
}

/**
 * The page's own form needs its choice and leads back to the page, which is the receipt by then. A mail program's
 * one-click post has said all, and is answered without a redirect (RFC 8058, 3.1).
 */
async function act(ctx: Context, { id }: Capability, form: Form, self: string): Promise<PageAnswer> {
  const { personId, mailClass } = unsubscriptionOf(id);
  const frame = await readershipOf(ctx, { personId });
  const oneClick = form["List-Unsubscribe"] === "One-Click";
  if (!oneClick && form["choice"] !== "stop") {
    return { status: 422, html: unsubscribePage(frame, { mailClass, fault: true }) };
  }
  await stopMails(ctx, { personId, mailClass });
  return oneClick ? receipt(ctx, { personId, mailClass }, frame) : { seeOther: self };
}

export const unsubscribe: PageHandler = { operation: "page.unsubscribe", show, act };
