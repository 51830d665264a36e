import { z } from "zod";
import type { Key } from "../table.ts";
import { foldEmail } from "../text.ts";

/**
 * What is known of an address beyond whose it is: `pk = mailbox#<folded e-mail>`, `sk = ENTITY`. Most
 * addresses have none; that there is none can be a condition too.
 */
export const mailboxKey = (email: string): Key => ({ pk: `mailbox#${foldEmail(email)}`, sk: "ENTITY" });

export const Mailbox = z.object({
  suppressed: z.enum(["bounce", "complaint"]).optional(),
  optedOut: z.array(z.string()).default([]),
  version: z.number().int(),
});
export type Mailbox = z.infer<typeof Mailbox>;

/** Whether an address takes mails of a class; one that bounces or complains takes none. */
export const mayBeMailed = (mailbox: Mailbox | undefined, mailClass: string): boolean =>
  mailbox === undefined || (mailbox.suppressed === undefined && !mailbox.optedOut.includes(mailClass));
