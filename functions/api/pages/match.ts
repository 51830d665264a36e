import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict } from "@viceversa/core/errors.ts";
import { acceptPairing, declinePairing } from "@viceversa/core/pairing/index.ts";
import { readyStates } from "@viceversa/core/participant/index.ts";
import { openMatch } from "@viceversa/core/workflow/opened-match.ts";
import { answerOf } from "@viceversa/core/workflow/pairing-proposal.ts";
import { matchPage, matchState } from "@viceversa/views/page/match.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";
import { nextFrom, participation } from "./participation.ts";

const show = (ctx: Context, capability: Capability): Promise<PageAnswer> => render(ctx, capability, false);

async function act(
  ctx: Context,
  capability: Capability,
  { choice }: Form,
  self: string,
): Promise<PageAnswer> {
  const { pairingId: id, participantId } = answerOf(capability.id);
  const isAnswer = choice === "yes" || choice === "no";
  const { link, standing, readership, others } = await openMatch(ctx, { pairingId: id, participantId });
  if (!isAnswer || link !== "open" || !mayAnswer(standing)) return render(ctx, capability, true);
  try {
    if (choice === "yes") await acceptPairing(ctx, { id, participantId });
    else await declinePairing(ctx, { id, participantId });
  } catch (error) {
    // The other has answered at the same moment: the page says how the proposal stands.
    if (!(error instanceof Conflict)) throw error;
    return { seeOther: self };
  }
  // A no is receipted here and now: who opens the link later is not told who said it, be it herself.
  return choice === "yes"
    ? { seeOther: self }
    : { status: 200, html: matchState(readership, others, "declined") };
}

async function render(ctx: Context, { id }: Capability, fault: boolean): Promise<PageAnswer> {
  const opened = await openMatch(ctx, answerOf(id));
  const { readership, others, link, pairing, programme, standing } = opened;
  if (link === "open" && !mayAnswer(standing)) return participation(ctx, opened, "match");
  if (link !== "open") {
    const next = link === "paired" ? await nextFrom(ctx, opened, "match") : undefined;
    return {
      status: link === "ended" || link === "withdrawn" ? 410 : 200,
      html: matchState(readership, others, link, next),
    };
  }
  const { topics, languages, first } = opened;
  const { plan, venue } = pairing;
  return {
    status: fault ? 422 : 200,
    html: matchPage(readership, {
      programme: programme.name,
      others,
      topics,
      languages,
      plan,
      venue,
      first,
      fault,
    }),
  };
}

/** Who has left or is taking a break, and who is in a programme that is over, answers no proposal. */
const mayAnswer = (standing: string): boolean => readyStates.some((state) => state === standing);

export const match: PageHandler = { operation: "page.match", show, act };
