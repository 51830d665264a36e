import { type SESClient, SESServiceException, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { Delivery } from "@viceversa/core/mail.ts";
import MailComposer from "nodemailer/lib/mail-composer/index.js";

/** A mail that only needs its envelope: every text is final. */
export interface RenderedMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** A calendar message (RFC 6047) that belongs to the mail. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly content: string };
  /** Where one click unsubscribes (RFC 8058); absent for what cannot be stopped. */
  readonly unsubscribeUrl?: string;
}

const rejections = new Set([
  "MessageRejected",
  "MailFromDomainNotVerifiedException",
  "InvalidParameterValue",
]);
const throttles = new Set(["Throttling", "ThrottlingException", "LimitExceededException"]);

/** Mails through SES as raw MIME, one recipient a call. Its client must not retry: SES knows no idempotency. */
export class SesMailer {
  readonly #client: SESClient;
  readonly #configurationSet: string;

  constructor(client: SESClient, configurationSet: string) {
    this.#client = client;
    this.#configurationSet = configurationSet;
  }

  /** @param correlation  what SES's events bring back, without personal data */
  async deliver(mail: RenderedMail, correlation: Readonly<Record<string, string>>): Promise<Delivery> {
    const command = new SendRawEmailCommand({
      Source: mail.from.address,
      Destinations: [mail.to.address],
      RawMessage: { Data: await mimeOf(mail) },
      ConfigurationSetName: this.#configurationSet,
      Tags: Object.entries(correlation).map(([Name, Value]) => ({ Name, Value })),
    });
    try {
      const { MessageId = "" } = await this.#client.send(command);
      return { outcome: "sent", messageId: MessageId };
    } catch (error) {
      return deliveryOf(error);
    }
  }
}

function deliveryOf(error: unknown): Delivery {
  const name = error instanceof Error ? error.name : "";
  if (throttles.has(name)) return { outcome: "throttled" };
  if (rejections.has(name) && error instanceof SESServiceException)
    return { outcome: "rejected", reason: name };
  return { outcome: "unknown", reason: name };
}

/**
 * The mail as MIME. The composer encodes every header, so that a line break in a name or a subject stays text.
 */
export function mimeOf(mail: RenderedMail): Promise<Buffer> {
  const list = mail.unsubscribeUrl && {
    "List-Unsubscribe": { prepared: true, value: `<${mail.unsubscribeUrl}>` },
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
  const composer = new MailComposer({
    from: mail.from,
    to: mail.to,
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { "Content-Language": mail.language, "Auto-Submitted": "auto-generated", ...list },
    ...(mail.calendar && {
      icalEvent: { method: mail.calendar.method, content: mail.calendar.content, filename: false },
    }),
  });
  return composer.compile().build();
}
