import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { readAnswers } from "@viceversa/core/instrument/index.ts";
import { absenceOf, confirmSession } from "@viceversa/core/session/index.ts";
import { openSession } from "@viceversa/core/workflow/opened-session.ts";
import { readershipOf } from "@viceversa/core/workflow/reader.ts";
import { answerPulse, type OpenPulse, openPulse } from "@viceversa/core/workflow/session-pulse.ts";
import { followUpPage, followUpState } from "@viceversa/views/page/follow-up.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";

/** What of the form does not fit. */
interface Faults {
  readonly happened: boolean;
  readonly worth: boolean;
}

const none: Faults = { happened: false, worth: false };

const show = (ctx: Context, capability: Capability): Promise<PageAnswer> =>
  render(ctx, capability, { faults: none, form: {} });

async function act(ctx: Context, capability: Capability, form: Form): Promise<PageAnswer> {
  const { happened } = form;
  const { sessionId: id, participantId: by } = absenceOf(capability.id);
  const { session } = await openSession(ctx, { sessionId: id, participantId: by });
  const mayTell = session.state !== "cancelled" && session.start <= ctx.clock.now();
  if (!mayTell) return render(ctx, capability, { faults: none, form });
  const pulse = await openPulse(ctx, session, by);
  const worth = pulse && worthIn(pulse, form);
  const faults = { happened: happened !== "yes" && happened !== "no", worth: worth === "impossible" };
  if (faults.happened || faults.worth) return render(ctx, capability, { faults, form });
  await confirmSession(ctx, { id, by, happened: happened === "yes" });
  // Of a session that did not take place there is nothing to say.
  if (pulse && worth && worth !== "impossible" && happened === "yes") await answerPulse(ctx, pulse, worth);
  return render(ctx, capability, { faults: none, form, told: true });
}

const questionOf = ({ instrument }: OpenPulse) => instrument.items.find(({ kind }) => kind === "scale");

/** The second answer; it may be left out. */
function worthIn(pulse: OpenPulse, form: Form): Record<string, string> | "impossible" | undefined {
  const key = questionOf(pulse)?.key ?? "";
  const given = form[key] ?? "";
  if (given === "") return undefined;
  const { faults } = readAnswers(pulse.instrument, { [key]: given });
  return Object.keys(faults).length > 0 ? "impossible" : { [key]: given };
}

async function render(
  ctx: Context,
  { id }: Capability,
  { faults, form, told = false }: { faults: Faults; form: Form; told?: boolean },
): Promise<PageAnswer> {
  const place = absenceOf(id);
  const [{ session, names }, frame] = await Promise.all([openSession(ctx, place), readershipOf(ctx, place)]);
  const past = { start: session.start, others: [...names.values()] };
  if (session.state === "cancelled")
    return { status: 200, html: statePage(frame, { state: "cancelled", ...past }) };
  if (session.start > ctx.clock.now()) return { status: 200, html: followUpState(frame, past, "notYet") };
  if (told) return { status: 200, html: followUpState(frame, past, "told") };
  const pulse = await openPulse(ctx, session, place.participantId);
  const question = pulse && questionOf(pulse);
  const worth = pulse && question && { instrument: pulse.instrument, question, chosen: form[question.key] };
  const html = followUpPage(frame, past, { happened: form["happened"], faults, ...(worth && { worth }) });
  return { status: faults.happened || faults.worth ? 422 : 200, html };
}

export const followUp: PageHandler = { operation: "page.follow-up", show, act };
