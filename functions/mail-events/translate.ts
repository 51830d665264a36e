import { MailEvent } from "@viceversa/core/workflow/mail-events.ts";
import { z } from "zod";

const Tag = z.array(z.string()).min(1);
const Recipients = z.array(z.object({ emailAddress: z.string() }));

/** The parts of an SES event that say what became of a mail of ours. */
const SesEvent = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    tags: z.object({ entityType: Tag, entityId: Tag, due: Tag }),
  }),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: Recipients }).optional(),
  complaint: z.object({ complainedRecipients: Recipients }).optional(),
});

const facts: Readonly<Record<string, MailEvent["fact"]>> = {
  Send: "sent",
  Delivery: "delivered",
  Bounce: "bounced",
  Complaint: "complained",
  Reject: "rejected",
};

/**
 * An SES event in our words; `undefined` for what says nothing new, such as a bounce that may pass or a mail
 * that is none of ours.
 */
export function mailEventOf(sesEvent: unknown): MailEvent | undefined {
  const parsed = SesEvent.safeParse(sesEvent);
  if (!parsed.success) return undefined;
  const { eventType, mail, bounce, complaint } = parsed.data;
  const fact = facts[eventType];
  if (!fact || (bounce && bounce.bounceType !== "Permanent")) return undefined;
  const recipients = bounce?.bouncedRecipients ?? complaint?.complainedRecipients ?? [];
  const event = MailEvent.safeParse({
    fact,
    messageId: mail.messageId,
    entity: { type: mail.tags.entityType[0], id: mail.tags.entityId[0] },
    due: mail.tags.due[0],
    recipients: recipients.map(({ emailAddress }) => emailAddress),
  });
  return event.success ? event.data : undefined;
}
