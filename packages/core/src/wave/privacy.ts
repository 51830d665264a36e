import type { Context } from "../context.ts";
import { invariant } from "../invariant.ts";
import type { AnswerPrivacy } from "../mail.ts";
import { getPerson } from "../person/index.ts";
import type { Invitation } from "./schema.ts";

/**
 * How the answers to an invitation are kept, as its respondent is told.
 *
 * @throws NotFound  whoever was to read them has left the directory
 */
export async function privacyOf(
  ctx: Context,
  { privacy, coordinatorId }: Pick<Invitation, "privacy" | "coordinatorId">,
): Promise<AnswerPrivacy> {
  if (privacy !== "attributed") return { mode: privacy };
  invariant(coordinatorId, "attributed answers have a reader");
  return { mode: privacy, readBy: (await getPerson(ctx, coordinatorId)).name };
}
