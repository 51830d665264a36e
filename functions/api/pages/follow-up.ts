import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { absenceOf, confirmSession } from "@viceversa/core/session/index.ts";
import { openSession } from "@viceversa/core/workflow/opened-session.ts";
import { readershipOf } from "@viceversa/core/workflow/reader.ts";
import { followUpPage, followUpState } from "@viceversa/views/page/follow-up.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";

const show = (ctx: Context, capability: Capability): Promise<PageAnswer> =>
  render(ctx, capability, { fault: false });

async function act(ctx: Context, capability: Capability, form: Form): Promise<PageAnswer> {
  const { happened } = form;
  if (happened !== "yes" && happened !== "no") return render(ctx, capability, { fault: true });
  const { sessionId: id, participantId: by } = absenceOf(capability.id);
  const { session } = await openSession(ctx, { sessionId: id, participantId: by });
  const mayTell = session.state !== "cancelled" && session.start <= ctx.clock.now();
  if (!mayTell) return render(ctx, capability, { fault: false });
  await confirmSession(ctx, { id, by, happened: happened === "yes" });
  return render(ctx, capability, { fault: false, told: true });
}

async function render(
  ctx: Context,
  { id }: Capability,
  { fault, told = false }: { fault: boolean; told?: boolean },
): Promise<PageAnswer> {
  const place = absenceOf(id);
  const [{ session, names }, frame] = await Promise.all([openSession(ctx, place), readershipOf(ctx, place)]);
  const past = { start: session.start, others: [...names.values()] };
  if (session.state === "cancelled")
    return { status: 200, html: statePage(frame, { state: "cancelled", ...past }) };
  if (session.start > ctx.clock.now()) return { status: 200, html: followUpState(frame, past, "notYet") };
  if (told) return { status: 200, html: followUpState(frame, past, "told") };
  return { status: fault ? 422 : 200, html: followUpPage(frame, past, { fault }) };
}

export const followUp: PageHandler = { operation: "page.follow-up", show, act };
