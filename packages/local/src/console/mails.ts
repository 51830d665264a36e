import { html } from "hono/html";
import PostalMime from "postal-mime";
import type { SentMail } from "../ses/mailbox.ts";

/** A raw mail as a mail program reads it. */
export const parsed = ({ raw }: SentMail) => PostalMime.parse(Buffer.from(raw, "latin1"));

/** When something happened, to the minute in UTC. */
export const moment = (at: number): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");

async function rowOf(mail: SentMail) {
  const { subject } = await parsed(mail);
  return html`<tr><td class="when">${moment(mail.sentAt)}</td><td>${mail.to}</td><td><a href="/inbox/${mail.id}">${subject}</a></td></tr>`;
}

/** Mails as a table whose rows lead to them. */
export async function mailTable(mails: readonly SentMail[]) {
  const rows = await Promise.all(mails.map(rowOf));
  return html`<table><thead><tr><th>Sent (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows}</tbody></table>`;
}
