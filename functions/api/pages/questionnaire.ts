import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict, Invalid } from "@viceversa/core/errors.ts";
import { idOf } from "@viceversa/core/ids.ts";
import type { AnswerFaults } from "@viceversa/core/instrument/index.ts";
import { readProgramme } from "@viceversa/core/programme/index.ts";
import { answerQuestionnaire, openQuestionnaire, privacyOf } from "@viceversa/core/wave/index.ts";
import { readershipOf } from "@viceversa/core/workflow/reader.ts";
import { questionnairePage } from "@viceversa/views/page/questionnaire.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";

const invitationOf = ({ id, generation }: Capability) => ({ id: idOf("invitation").parse(id), generation });

async function show(ctx: Context, capability: Capability): Promise<PageAnswer> {
  return render(ctx, capability, { typed: {}, faults: {} });
}

async function act(ctx: Context, capability: Capability, form: Form, self: string): Promise<PageAnswer> {
  try {
    await answerQuestionnaire(ctx, { ...invitationOf(capability), form });
  } catch (error) {
    if (error instanceof Invalid) {
      return render(ctx, capability, { typed: form, faults: error.data["faults"] as AnswerFaults });
    }
    // Sent twice, or too late: the page says which.
    if (!(error instanceof Conflict)) throw error;
  }
  return { seeOther: self };
}

async function render(
  ctx: Context,
  capability: Capability,
  { typed, faults }: { typed: Form; faults: AnswerFaults },
): Promise<PageAnswer> {
  const { link, invitation, instrument } = await openQuestionnaire(ctx, invitationOf(capability));
  const frame = await readershipOf(ctx, invitation);
  const { closesAt, programmeId } = invitation;
  if (link === "answered") return { status: 200, html: statePage(frame, { state: "answered" }) };
  if (link !== "open") {
    const closed = { state: "closed", ...(closesAt <= ctx.clock.now() && { closedAt: closesAt }) } as const;
    return { status: 410, html: statePage(frame, closed) };
  }
  const [privacy, { name: programme }] = await Promise.all([
    privacyOf(ctx, invitation),
    readProgramme(ctx, programmeId),
  ]);
  return {
    status: Object.keys(faults).length > 0 ? 422 : 200,
    html: questionnairePage(frame, { programme, instrument, privacy, closesAt, typed, faults }),
  };
}

export const questionnaire: PageHandler = { operation: "page.questionnaire", show, act };
