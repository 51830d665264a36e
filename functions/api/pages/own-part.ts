import type { Context } from "@viceversa/core/context.ts";
import { Conflict } from "@viceversa/core/errors.ts";
import { transitionParticipant } from "@viceversa/core/participant/index.ts";
import {
  type OpenedParticipation,
  ownPartChoices,
  ownPartOf,
} from "@viceversa/core/workflow/opened-participation.ts";
import type { OwnPart } from "@viceversa/views/page/own-part.ts";
import { OWN_PART } from "@viceversa/views/page/own-part-fields.ts";
import type { Form } from "./handler.ts";

/** What a page shows of it; `unchosen` when it was sent without a choice. */
export function ownPart(opened: OpenedParticipation, unchosen = false): OwnPart {
  const choices = ownPartOf(opened);
  return { choices, fault: unchosen && choices.length > 0 };
}

/**
 * Takes a break, comes back or leaves, if that is what was sent.
 *
 * @returns *absent* when the form is another one, *unchosen* when it is this one without a choice, and *decided* also
 *   when what was chosen has happened already or is not hers to choose any more: the page says how she stands
 */
export async function decideOwnPart(
  ctx: Context,
  opened: OpenedParticipation,
  { [OWN_PART]: sent }: Form,
): Promise<"absent" | "unchosen" | "decided"> {
  if (sent === undefined) return "absent";
  const to = ownPartChoices.find((choice) => choice === sent);
  if (!to) return "unchosen";
  if (!ownPartOf(opened).includes(to)) return "decided";
  await transitionParticipant(ctx, { id: opened.participant.id, to }).catch((error) => {
    // Sent twice at once, or somebody else was faster.
    if (!(error instanceof Conflict)) throw error;
  });
  return "decided";
}
