import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict, PreconditionFailed } from "@viceversa/core/errors.ts";
import { absenceOf, SessionCancellation, sayAbsent } from "@viceversa/core/session/index.ts";
import { openAbsence } from "@viceversa/core/workflow/absence.ts";
import { readershipOf } from "@viceversa/core/workflow/reader.ts";
import { type AbsenceForm, absencePage } from "@viceversa/views/page/absence.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";
import { propose } from "./propose.ts";

const show = (ctx: Context, capability: Capability): Promise<PageAnswer> =>
  render(ctx, capability, { choice: "", reason: "", when: "" });

async function act(ctx: Context, capability: Capability, form: Form, self: string): Promise<PageAnswer> {
  const typed = { choice: form["choice"] ?? "", reason: form["reason"] ?? "", when: form["when"] ?? "" };
  const fault = await faultIn(ctx, capability, typed).catch((error) => {
    // Somebody else was faster: the page says how the session stands.
    if (error instanceof Conflict || error instanceof PreconditionFailed) return undefined;
    throw error;
  });
  return fault ? render(ctx, capability, { ...typed, fault }) : { seeOther: self };
}

/** Does what was chosen, unless something does not fit. */
async function faultIn(
  ctx: Context,
  { id }: Capability,
  { choice, reason, when }: AbsenceForm,
): Promise<AbsenceForm["fault"]> {
  const place = absenceOf(id);
  if (choice === "propose") return (await propose(ctx, place, when)) ? undefined : "impossible";
  if (choice !== "call-off") return "choose";
  const parsed = SessionCancellation.safeParse({ reason });
  if (!parsed.success) return "tooLong";
  const { link } = await openAbsence(ctx, place);
  if (link === "open") {
    await sayAbsent(ctx, { id: place.sessionId, by: place.participantId, reason: parsed.data.reason });
  }
  return undefined;
}

async function render(ctx: Context, { id }: Capability, typed: AbsenceForm): Promise<PageAnswer> {
  const absence = absenceOf(id);
  const [{ link, session, others, pending, meetsWithout }, frame] = await Promise.all([
    openAbsence(ctx, absence),
    readershipOf(ctx, absence),
  ]);
  const { start, venue } = session;
  if (link !== "open") {
    return {
      status: link === "over" ? 410 : 200,
      html: statePage(frame, { state: link, start, others }),
    };
  }
  return {
    status: typed.fault ? 422 : 200,
    html: absencePage(frame, { start, venue, others, pending, meetsWithout, ...typed }),
  };
}

export const cannotCome: PageHandler = { operation: "page.cannot-come", show, act };
