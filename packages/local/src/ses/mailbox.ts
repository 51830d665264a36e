import { randomUUID } from "node:crypto";
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { AwsFailure } from "../failure.ts";
import { atomically } from "../store.ts";

export interface RawMail {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface SentMail extends RawMail {
  readonly id: string;
  /** Milliseconds on the virtual clock. */
  readonly sentAt: number;
}

/** One SES event as a configuration set publishes it. */
export interface MailEvent {
  readonly eventType: "Send" | "Delivery" | "Bounce" | "Complaint";
  readonly mail: { readonly messageId: string; readonly tags: Readonly<Record<string, readonly string[]>> };
  readonly [detail: string]: unknown;
}

/** SES's limit on one raw mail. */
const MAXIMUM_RAW_BYTES = 10 * 1024 * 1024;

/** Keeps raw mails whole and says what SES would say of each, by the pattern of its address. */
export class Mailbox {
  readonly #store: DatabaseSync;
  readonly #now: () => number;
  readonly #publish: (event: MailEvent) => void;

  constructor(store: DatabaseSync, now: () => number, publish: (event: MailEvent) => void) {
    this.#store = store;
    this.#now = now;
    this.#publish = publish;
    store.exec(`CREATE TABLE IF NOT EXISTS mail (
      id TEXT PRIMARY KEY, sender TEXT NOT NULL, recipient TEXT NOT NULL, raw TEXT NOT NULL,
      tags TEXT NOT NULL, sentAt INTEGER NOT NULL)`);
  }

  /**
   * Takes a mail. An address that begins with `bounce` bounces for good, one with `complaint` complains, and
   * one with `reject` is refused as SES refuses a message; all others are delivered.
   */
  send({ from, to, raw, tags }: RawMail): string {
    if (raw.length > MAXIMUM_RAW_BYTES)
      throw new AwsFailure("InvalidParameterValue", "Message length is more than 10485760 bytes long");
    if (to.startsWith("reject")) throw new AwsFailure("MessageRejected", "Email address is not verified.");
    const id = randomUUID();
    atomically(this.#store, () => {
      this.#store
        .prepare("INSERT INTO mail VALUES (?, ?, ?, ?, ?, ?)")
        .run(id, from, to, raw, JSON.stringify(tags), this.#now());
      const mail = {
        messageId: id,
        tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
      };
      this.#publish({ eventType: "Send", mail, send: {} });
      this.#publish(this.#fate(to, mail));
    });
    return id;
  }

  /** In the order in which they were sent. */
  mails({ offset = 0, limit = 50 }: { offset?: number; limit?: number } = {}): SentMail[] {
    return this.#store
      .prepare("SELECT * FROM mail ORDER BY rowid LIMIT ? OFFSET ?")
      .all(limit, offset)
      .map(sentMail);
  }

  mail(id: string): SentMail | undefined {
    const row = this.#store.prepare("SELECT * FROM mail WHERE id = ?").get(id);
    return row && sentMail(row);
  }

  count(): number {
    return Number(this.#store.prepare("SELECT count(*) AS n FROM mail").get()?.["n"]);
  }

  #fate(to: string, mail: MailEvent["mail"]): MailEvent {
    const recipient = { emailAddress: to };
    if (to.startsWith("bounce")) {
      return {
        eventType: "Bounce",
        mail,
        bounce: { bounceType: "Permanent", bouncedRecipients: [recipient] },
      };
    }
    if (to.startsWith("complaint")) {
      return { eventType: "Complaint", mail, complaint: { complainedRecipients: [recipient] } };
    }
    return { eventType: "Delivery", mail, delivery: { recipients: [to] } };
  }
}

const sentMail = (row: Record<string, SQLOutputValue>): SentMail => ({
  id: String(row["id"]),
  from: String(row["sender"]),
  to: String(row["recipient"]),
  raw: String(row["raw"]),
  tags: JSON.parse(String(row["tags"])) as Record<string, string>,
  sentAt: Number(row["sentAt"]),
});
