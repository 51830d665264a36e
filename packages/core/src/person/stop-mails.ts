import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { check, equal, update } from "../table.ts";
import { requireUnerased } from "./erasure.ts";
import { getPerson } from "./get.ts";
import { personKey } from "./items.ts";
import { type MailClass, mailboxKey } from "./mailbox.ts";

/**
 * Stops a class of mails to a person, or starts it again. What was read before is claimed no more.
 *
 * @throws NotFound  nobody has this id
 * @throws Conflict  she was erased
 */
export async function stopMails(
  ctx: Context,
  {
    personId,
    mailClass,
    stopped = true,
  }: { personId: Id<"person">; mailClass: MailClass; stopped?: boolean },
): Promise<void> {
  const person = await getPerson(ctx, personId);
  requireUnerased(person);
  const { email, version } = person;
  const change = stopped ? { set: { [mailClass]: "stopped", schemaVersion: 1 } } : { remove: [mailClass] };
  const outcome = await commit(ctx, {
    changes: [
      update(mailboxKey(email), { ...change, add: { version: 1 } }),
      check(personKey(personId), equal("version", version)),
    ],
    audit: {
      action: stopped ? "mails.stopped" : "mails.started",
      subject: { type: "person", id: personId },
      facts: { mailClass },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  // Her address may have changed just now; the wish belongs to the new one.
  if (!outcome.committed) await stopMails(ctx, { personId, mailClass, stopped });
}
