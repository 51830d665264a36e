import { createHash } from "node:crypto";
import { z } from "zod";
import { type Id, idOf } from "../ids.ts";
import type { Key } from "../table.ts";
import { foldEmail } from "../text.ts";

/** Classes of mails that a person can stop. */
export const mailClasses = ["reminders", "questionnaires", "overviews"] as const;
export type MailClass = (typeof mailClasses)[number];

/**
 * What is known of an address beyond whose it is: `pk = mailbox#<SHA-256 of the folded e-mail>`, `sk = ENTITY`.
 * Most addresses have none; that there is none can be a condition too. The address itself is not in it: what a
 * complaint forbids holds on after its owner was erased, and tells nobody who she was.
 */
export const mailboxKey = (email: string): Key => ({
  pk: `mailbox#${createHash("sha256").update(foldEmail(email)).digest("base64url")}`,
  sk: "ENTITY",
});

export const Mailbox = z.object({
  /** A bounce can be lifted by a person, a complaint never. */
  suppressed: z.enum(["bounce", "complaint"]).optional(),
  reminders: z.literal("stopped").optional(),
  questionnaires: z.literal("stopped").optional(),
  overviews: z.literal("stopped").optional(),
  version: z.number().int(),
});
export type Mailbox = z.infer<typeof Mailbox>;

/** An address that bounced for good or complained takes no mail at all. */
export const isSuppressed = (mailbox: Mailbox | undefined): boolean => mailbox?.suppressed !== undefined;

/** Whether an address takes mails of a class. */
export const mayBeMailed = (mailbox: Mailbox | undefined, mailClass: MailClass): boolean =>
  !isSuppressed(mailbox) && mailbox?.[mailClass] !== "stopped";

/** What an unsubscribing link opens: a person and a class of mails. */
export const unsubscribeId = (personId: Id<"person">, mailClass: MailClass): string =>
  `${personId}~${mailClass}`;

const Unsubscription = z.object({ personId: idOf("person"), mailClass: z.enum(mailClasses) });

export function unsubscriptionOf(id: string): z.infer<typeof Unsubscription> {
  const [personId, mailClass] = id.split("~");
  return Unsubscription.parse({ personId, mailClass });
}
