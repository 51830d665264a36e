import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict, PreconditionFailed } from "@viceversa/core/errors.ts";
import { absenceOf, acceptProposal } from "@viceversa/core/session/index.ts";
import { openSession } from "@viceversa/core/workflow/opened-session.ts";
import { readershipOf } from "@viceversa/core/workflow/reader.ts";
import { type ProposalPage, proposalPage, proposalState } from "@viceversa/views/page/proposal.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";
import { propose } from "./propose.ts";

const show = (ctx: Context, capability: Capability): Promise<PageAnswer> =>
  render(ctx, capability, { when: "" });

async function act(ctx: Context, capability: Capability, form: Form): Promise<PageAnswer> {
  const { sessionId: id, participantId: by } = absenceOf(capability.id);
  const when = form["when"] ?? "";
  try {
    if (form["choice"] === "accept") {
      await acceptProposal(ctx, { id, by, proposedAt: form["proposedAt"] ?? "" });
    } else if (form["choice"] === "counter") {
      const possible = await propose(ctx, { sessionId: id, participantId: by }, when);
      if (!possible) return render(ctx, capability, { choice: "counter", when, fault: "impossible" });
    } else {
      return render(ctx, capability, { when, fault: "choose" });
    }
  } catch (error) {
    // Somebody was faster: the page says how the session stands.
    if (!(error instanceof Conflict || error instanceof PreconditionFailed)) throw error;
  }
  return render(ctx, capability, { when: "" }, { answered: true });
}

async function render(
  ctx: Context,
  { id }: Capability,
  typed: Pick<ProposalPage, "choice" | "when" | "fault">,
  { answered = false } = {},
): Promise<PageAnswer> {
  const place = absenceOf(id);
  const [{ session, names }, frame] = await Promise.all([openSession(ctx, place), readershipOf(ctx, place)]);
  const { state, start, proposal } = session;
  const about = { start, others: [...names.values()] };
  if (state === "cancelled") return { status: 200, html: statePage(frame, { state: "cancelled", ...about }) };
  if (state !== "planned" || start <= ctx.clock.now()) {
    return { status: 410, html: statePage(frame, { state: "over", ...about }) };
  }
  if (!proposal && answered) return { status: 200, html: proposalState(frame, about, "settled") };
  const by = proposal && names.get(proposal.by);
  if (proposal && !by) return { status: 200, html: proposalState(frame, about, "waiting") };
  const proposed = proposal && by && { by, start: proposal.start, proposedAt: proposal.proposedAt };
  return {
    status: typed.fault ? 422 : 200,
    html: proposalPage(frame, { ...about, ...(proposed && { proposed }), ...typed }),
  };
}

export const proposal: PageHandler = { operation: "page.proposal", show, act };
