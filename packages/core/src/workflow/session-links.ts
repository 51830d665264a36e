import { mintCapability } from "../capability/index.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import type { LinkToken } from "../mail.ts";
import { type MailClass, unsubscribeId } from "../person/index.ts";
import { absenceId } from "../session/index.ts";

/** A session and who is to attend it. */
interface Attending {
  readonly session: { readonly id: Id<"session"> };
  readonly participant: { readonly id: Id<"participant"> };
}

/** The reader's own programme. */
export const programmeLink = (
  ctx: Context,
  { participant }: Pick<Attending, "participant">,
): Promise<LinkToken> => mintCapability(ctx, { purpose: "my-programme", id: participant.id, generation: 1 });

/** "I can't make it", for one session and one attendee. */
export const cannotComeLink = (ctx: Context, { session, participant }: Attending): Promise<LinkToken> =>
  mintCapability(ctx, { purpose: "cannot-come", id: absenceId(session.id, participant.id), generation: 1 });

/** The answer to a proposal of another time. */
export const proposalLink = (ctx: Context, { session, participant }: Attending): Promise<LinkToken> =>
  mintCapability(ctx, { purpose: "proposal", id: absenceId(session.id, participant.id), generation: 1 });

/** Whether a session took place, asked of one attendee. */
export const followUpLink = (ctx: Context, { session, participant }: Attending): Promise<LinkToken> =>
  mintCapability(ctx, { purpose: "follow-up", id: absenceId(session.id, participant.id), generation: 1 });

/** Which mails somebody gets, and when. */
export const preferencesLink = (
  ctx: Context,
  { person }: { readonly person: { readonly id: Id<"person"> } },
): Promise<LinkToken> => mintCapability(ctx, { purpose: "preferences", id: person.id, generation: 1 });

/** Stops one class of mails to one person. */
export const unsubscribeLink = (
  ctx: Context,
  { person }: { readonly person: { readonly id: Id<"person"> } },
  mailClass: MailClass,
): Promise<LinkToken> =>
  mintCapability(ctx, { purpose: "unsubscribe", id: unsubscribeId(person.id, mailClass), generation: 1 });
