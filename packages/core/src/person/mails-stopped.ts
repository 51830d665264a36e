import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { getPerson } from "./get.ts";
import { Mailbox, type MailClass, mailboxKey } from "./mailbox.ts";

/**
 * Whether a person wants no more mails of a class.
 *
 * @throws NotFound  nobody has this id
 */
export async function areMailsStopped(
  ctx: Context,
  { personId, mailClass }: { personId: Id<"person">; mailClass: MailClass },
): Promise<boolean> {
  const { email } = await getPerson(ctx, personId);
  const item = await ctx.table.get(mailboxKey(email));
  return item !== undefined && Mailbox.parse(item)[mailClass] === "stopped";
}
