import type { Context } from "../../context.ts";
import { fittingPeople } from "./fitting.ts";
import { type InvitationPreview, type InvitationRound, MAXIMUM_NAMED } from "./schema.ts";

/**
 * Says whom a round of invitations would reach, and invites nobody.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Conflict  the programme takes nobody now
 */
export async function previewInvitations(ctx: Context, round: InvitationRound): Promise<InvitationPreview> {
  const { people, alreadyIn } = await fittingPeople(ctx, round);
  return { fitting: people.length, alreadyIn, people: people.slice(0, MAXIMUM_NAMED) };
}
