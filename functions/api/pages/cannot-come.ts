import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict } from "@viceversa/core/errors.ts";
import { absenceOf, cancelSession, SessionCancellation } from "@viceversa/core/session/index.ts";
import { openAbsence } from "@viceversa/core/workflow/absence.ts";
import { readershipOf } from "@viceversa/core/workflow/reader.ts";
import { type AbsencePage, absencePage } from "@viceversa/views/page/absence.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";

const show = (ctx: Context, capability: Capability): Promise<PageAnswer> =>
  render(ctx, capability, { reason: "" });

async function act(ctx: Context, capability: Capability, form: Form, self: string): Promise<PageAnswer> {
  const reason = form["reason"] ?? "";
  if (form["choice"] !== "call-off") return render(ctx, capability, { reason, fault: "choose" });
  const parsed = SessionCancellation.safeParse({ reason });
  if (!parsed.success) return render(ctx, capability, { reason, fault: "tooLong" });
  const { sessionId, participantId } = absenceOf(capability.id);
  await readershipOf(ctx, { participantId });
  const { link } = await openAbsence(ctx, { sessionId, participantId });
  if (link === "open") {
    await cancelSession(ctx, { id: sessionId, by: participantId, reason: parsed.data.reason }).catch(
      (error) => {
        // Somebody else was faster: the page says how the session stands.
        if (!(error instanceof Conflict)) throw error;
      },
    );
  }
  return { seeOther: self };
}

async function render(
  ctx: Context,
  { id }: Capability,
  typed: Pick<AbsencePage, "reason" | "fault">,
): Promise<PageAnswer> {
  const absence = absenceOf(id);
  const [{ link, session, others }, frame] = await Promise.all([
    openAbsence(ctx, absence),
    readershipOf(ctx, absence),
  ]);
  if (link !== "open") return { status: link === "called-off" ? 200 : 410, html: statePage(frame, link) };
  return {
    status: typed.fault ? 422 : 200,
    html: absencePage(frame, { start: session.start, others, ...typed }),
  };
}

export const cannotCome: PageHandler = { operation: "page.cannot-come", show, act };
