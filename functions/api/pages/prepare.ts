import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict, Invalid, PreconditionFailed } from "@viceversa/core/errors.ts";
import { idOf } from "@viceversa/core/ids.ts";
import type { AnswerFaults } from "@viceversa/core/instrument/index.ts";
import {
  assessReadiness,
  openSteps,
  presentAgreement,
  readinessInstrument,
  signAgreement,
} from "@viceversa/core/participant/index.ts";
import {
  type OpenedParticipation,
  openParticipation,
  type Standing,
} from "@viceversa/core/workflow/opened-participation.ts";
import { preparationPage, preparedPage } from "@viceversa/views/page/preparation.ts";
import {
  type PreparationFaults,
  preparationFields,
  TICKED,
} from "@viceversa/views/page/preparation-fields.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";
import { decideOwnPart, ownPart } from "./own-part.ts";
import { nextFrom, participation } from "./participation.ts";

/** Who can prepare herself; others are told how they stand. */
const preparing: readonly Standing[] = ["applied", "approved", "prepared", "active"];

const open = (ctx: Context, { id }: Capability): Promise<OpenedParticipation> =>
  openParticipation(ctx, idOf("participant").parse(id));

const show = async (ctx: Context, capability: Capability): Promise<PageAnswer> =>
  render(ctx, await open(ctx, capability), { typed: {}, faults: {} });

/** Takes what is whole, so that one step can be done now and the other later. */
async function act(ctx: Context, capability: Capability, form: Form, self: string): Promise<PageAnswer> {
  const opened = await open(ctx, capability);
  const decided = await decideOwnPart(ctx, opened, form);
  if (decided === "decided") return { seeOther: self };
  if (decided === "unchosen") return render(ctx, opened, { typed: {}, faults: {}, unchosen: true });
  const steps = stepsOf(opened);
  if (!preparing.includes(opened.standing) || steps.length === 0) return { seeOther: self };
  const promises = steps.includes("agreement") ? promisesIn(form) : "untouched";
  const answers = steps.includes("readiness") ? answersIn(form) : {};
  const isUntouched = promises === "untouched" && Object.keys(answers).length === 0;
  const faults: PreparationFaults = isUntouched
    ? { nothing: true }
    : {
        ...(promises !== "untouched" && (await sign(ctx, opened, promises, form))),
        ...(Object.keys(answers).length > 0 && (await assess(ctx, opened, answers))),
      };
  if (Object.keys(faults).length === 0) return { seeOther: self };
  return render(ctx, await open(ctx, capability), { typed: form, faults });
}

const stepsOf = ({ participant }: OpenedParticipation) => openSteps(participant.preparation);

/** Whether the promises that were shown are ticked: all, some, or none of them. */
function promisesIn(form: Form): "all" | "some" | "untouched" {
  const ticked = presentAgreement.promises.map((_, at) => form[preparationFields.promise(at)] === TICKED);
  if (ticked.every(Boolean)) return "all";
  return ticked.some(Boolean) ? "some" : "untouched";
}

/** What was answered, by item. */
function answersIn(form: Form): Form {
  const answers = readinessInstrument().items.flatMap(({ key }) => {
    const answer = form[preparationFields.answer(key)];
    return answer ? [[key, answer] as const] : [];
  });
  return Object.fromEntries(answers);
}

/** Signs the text that was shown, if it is the present one and agreed to whole. */
async function sign(
  ctx: Context,
  { participant: { id } }: OpenedParticipation,
  promises: "all" | "some",
  form: Form,
): Promise<PreparationFaults> {
  const version = Number(form[preparationFields.version]);
  if (version !== presentAgreement.version) return { promises: "changed" };
  if (promises === "some") return { promises: "missing" };
  await signAgreement(ctx, { id, version }).catch(unlessOvertaken);
  return {};
}

async function assess(
  ctx: Context,
  { participant: { id } }: OpenedParticipation,
  form: Form,
): Promise<PreparationFaults> {
  try {
    await assessReadiness(ctx, { id, form });
  } catch (error) {
    if (error instanceof Invalid) return { answers: error.data["faults"] as AnswerFaults };
    unlessOvertaken(error);
  }
  return {};
}

/** Sent twice, or somebody else was faster: the page says how she stands. */
function unlessOvertaken(error: unknown): void {
  if (!(error instanceof Conflict || error instanceof PreconditionFailed)) throw error;
}

async function render(
  ctx: Context,
  opened: OpenedParticipation,
  { typed, faults, unchosen = false }: { typed: Form; faults: PreparationFaults; unchosen?: boolean },
): Promise<PageAnswer> {
  const { standing, programme, readership } = opened;
  if (!preparing.includes(standing)) return participation(ctx, opened, "prepare", { unchosen });
  const own = ownPart(opened, unchosen);
  const steps = stepsOf(opened);
  if (steps.length === 0) {
    const next = await nextFrom(ctx, opened, "prepare");
    return { status: own.fault ? 422 : 200, html: preparedPage(readership, { next, ownPart: own }) };
  }
  return {
    status: Object.keys(faults).length > 0 || own.fault ? 422 : 200,
    html: preparationPage(readership, {
      programme: programme.name,
      agreement: presentAgreement,
      signed: !steps.includes("agreement"),
      instrument: readinessInstrument(),
      assessed: !steps.includes("readiness"),
      typed,
      faults,
      ownPart: own,
    }),
  };
}

export const prepare: PageHandler = { operation: "page.prepare", show, act };
