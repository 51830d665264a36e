import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { invariant } from "../invariant.ts";
import type { AnswerPrivacy } from "../mail.ts";
import { getPerson, isErased } from "../person/index.ts";
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
  const person = await getPerson(ctx, coordinatorId);
  if (isErased(person)) throw new NotFound("Whoever was to read these answers is not there any more.");
  return { mode: privacy, readBy: person.name };
}
