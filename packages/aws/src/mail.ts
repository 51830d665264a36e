import { type SESClient, SESServiceException, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { Delivery, Mail } from "@viceversa/core/mail.ts";
import type { Clock, Mailer } from "@viceversa/core/ports.ts";
import type { Instant } from "@viceversa/core/time.ts";
import { type RenderedMail, renderMail } from "@viceversa/views/mail/render.ts";
import MailComposer from "nodemailer/lib/mail-composer/index.js";

/** What a stack says about its mails. */
export interface MailSettings {
  /** The verified address that mails come from. */
  readonly from: string;
  /** Where the pages are, without a slash at the end. */
  readonly pagesUrl: string;
  /** The SES configuration set that publishes what becomes of a mail. */
  readonly configurationSet: string;
}

const rejections = new Set([
  "MessageRejected",
  "MailFromDomainNotVerifiedException",
  "InvalidParameterValue",
]);
const throttles = new Set(["Throttling", "ThrottlingException", "LimitExceededException"]);

/** Mails through SES as raw MIME, one recipient a call. Its client must not retry: SES knows no idempotency. */
export class SesMailer implements Mailer {
  readonly #client: SESClient;
  readonly #settings: MailSettings;
  readonly #clock: Clock;

  constructor(client: SESClient, settings: MailSettings, clock: Clock) {
    this.#client = client;
    this.#settings = settings;
    this.#clock = clock;
  }

  async deliver(mail: Mail, correlation: Readonly<Record<string, string>>): Promise<Delivery> {
    const { from, pagesUrl } = this.#settings;
    const rendered = renderMail(mail, pagesUrl);
    const envelope = { from, date: this.#clock.now() };
    const command = new SendRawEmailCommand({
      Source: from,
      Destinations: [rendered.to.address],
      RawMessage: { Data: await mimeOf(rendered, envelope) },
      ConfigurationSetName: this.#settings.configurationSet,
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
 *
 * @param from  the address that it comes from; the reader sees the organisation's name
 * @param date  when it goes
 */
function mimeOf(mail: RenderedMail, { from, date }: { from: string; date: Instant }): Promise<Buffer> {
  const list = mail.unsubscribeUrl && {
    "List-Unsubscribe": { prepared: true, value: `<${mail.unsubscribeUrl}>` },
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
  const composer = new MailComposer({
    from: { name: mail.organisation, address: from },
    to: mail.to,
    replyTo: mail.replyTo,
    date: new Date(date),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { "Content-Language": mail.language, "Auto-Submitted": "auto-generated", ...list },
    // Not the composer's `icalEvent`: it attaches the message a second time, and some calendars then show it twice.
    ...(mail.calendar && {
      alternatives: [
        {
          contentType: `text/calendar; charset=utf-8; method=${mail.calendar.method}`,
          content: mail.calendar.content,
        },
      ],
    }),
  });
  return composer.compile().build();
}
