import { randomUUID } from "node:crypto";
import { AwsFailure, notEmbedded } from "../failure.ts";
import type { Mailbox } from "./mailbox.ts";

/** Mails a second that the embedded account may send; the SDK's client asks for it. */
const SENDS_PER_SECOND = 14;

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const result = (operation: string, inner: string): string =>
  `<${operation}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${operation}Result>${inner}</${operation}Result>` +
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${operation}Response>`;

/** Answers one operation of SES's query protocol, in XML. */
export function answerSes(mailbox: Mailbox, form: URLSearchParams): string {
  const operation = form.get("Action") ?? "";
  switch (operation) {
    case "SendRawEmail":
      return result(operation, `<MessageId>${sendRaw(mailbox, form)}</MessageId>`);
    case "GetSendQuota":
      return result(
        operation,
        `<Max24HourSend>50000</Max24HourSend><MaxSendRate>${SENDS_PER_SECOND}</MaxSendRate><SentLast24Hours>0</SentLast24Hours>`,
      );
    case "GetAccountSendingEnabled":
      return result(operation, "<Enabled>true</Enabled>");
    default:
      throw notEmbedded(`SES ${operation}`);
  }
}

function sendRaw(mailbox: Mailbox, form: URLSearchParams): string {
  const members = (list: string, field = ""): string[] => {
    const found: string[] = [];
    for (let at = 1; form.has(`${list}.member.${at}${field}`); at += 1)
      found.push(form.get(`${list}.member.${at}${field}`) ?? "");
    return found;
  };
  const [to, ...others] = members("Destinations");
  if (!to || others.length > 0)
    throw new AwsFailure("InvalidParameterValue", "Give exactly one destination.");
  const names = members("Tags", ".Name");
  const values = members("Tags", ".Value");
  return mailbox.send({
    from: form.get("Source") ?? "",
    to,
    raw: Buffer.from(form.get("RawMessage.Data") ?? "", "base64").toString("latin1"),
    tags: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""])),
  });
}

/** A failure as SES's XML tells it. */
export const sesFailure = ({ code, message }: AwsFailure): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error>` +
  `<RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
