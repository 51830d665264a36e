import { createHash, randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { AwsFailure } from "../failure.ts";

export interface QueueSettings {
  readonly visibilitySeconds: number;
  readonly deliveries: number;
  readonly retentionSeconds: number;
}

export interface ReceivedMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes: { readonly ApproximateReceiveCount: string; readonly SentTimestamp: string };
}

/** SQS's limit on one message's delay, and on one receive. */
const MAXIMUM_DELAY_SECONDS = 900;
const MAXIMUM_RECEIVE = 10;

export const deadLettersOf = (queue: string): string => `${queue}-dead-letters`;
const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

/** Standard queues with delays, visibility, redrive and retention, on the clock that it is given. */
export class Queues {
  readonly #store: DatabaseSync;
  readonly #now: () => number;
  readonly #settings: ReadonlyMap<string, QueueSettings>;

  constructor(store: DatabaseSync, now: () => number, settings: Readonly<Record<string, QueueSettings>>) {
    this.#store = store;
    this.#now = now;
    this.#settings = new Map(Object.entries(settings));
    store.exec(`CREATE TABLE IF NOT EXISTS message (
      id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, sentAt INTEGER NOT NULL,
      visibleAt INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0, receipt TEXT);
      CREATE INDEX IF NOT EXISTS messageByQueue ON message (queue, visibleAt)`);
  }

  send(queue: string, body: string, delaySeconds = 0): { MessageId: string; MD5OfMessageBody: string } {
    this.#require(queue);
    if (delaySeconds < 0 || delaySeconds > MAXIMUM_DELAY_SECONDS) {
      throw new AwsFailure("InvalidParameterValue", "DelaySeconds must be between 0 and 900.");
    }
    const id = randomUUID();
    const now = this.#now();
    this.#store
      .prepare("INSERT INTO message (id, queue, body, sentAt, visibleAt) VALUES (?, ?, ?, ?, ?)")
      .run(id, queue, body, now, now + delaySeconds * 1_000);
    return { MessageId: id, MD5OfMessageBody: md5(body) };
  }

  receive(queue: string, most: number, visibilitySeconds?: number): ReceivedMessage[] {
    const settings = this.#require(queue);
    const now = this.#now();
    this.#expire(queue, settings, now);
    const visibleAgain = now + (visibilitySeconds ?? settings.visibilitySeconds) * 1_000;
    return this.#store
      .prepare(
        "SELECT id, body, sentAt FROM message WHERE queue = ? AND visibleAt <= ? ORDER BY visibleAt, rowid LIMIT ?",
      )
      .all(queue, now, Math.min(most, MAXIMUM_RECEIVE))
      .map(({ id, body, sentAt }) => {
        const receipt = randomUUID();
        const row = this.#store
          .prepare(
            "UPDATE message SET receives = receives + 1, visibleAt = ?, receipt = ? WHERE id = ? RETURNING receives",
          )
          .get(visibleAgain, receipt, id as string);
        return {
          MessageId: String(id),
          ReceiptHandle: receipt,
          Body: String(body),
          MD5OfBody: md5(String(body)),
          Attributes: { ApproximateReceiveCount: String(row?.["receives"]), SentTimestamp: String(sentAt) },
        };
      });
  }

  /** Deleting with an old receipt changes nothing, as on a standard queue whose message was received again. */
  delete(queue: string, receipt: string): void {
    this.#store.prepare("DELETE FROM message WHERE queue = ? AND receipt = ?").run(queue, receipt);
  }

  changeVisibility(queue: string, receipt: string, seconds: number): void {
    this.#store
      .prepare("UPDATE message SET visibleAt = ? WHERE queue = ? AND receipt = ?")
      .run(this.#now() + seconds * 1_000, queue, receipt);
  }

  /** Moves every message of a dead-letter queue back to where it came from. */
  redrive(deadLetters: string): void {
    const source = [...this.#settings.keys()].find((queue) => deadLettersOf(queue) === deadLetters);
    if (!source) throw new AwsFailure("InvalidParameterValue", `${deadLetters} is no dead-letter queue.`);
    this.#store
      .prepare("UPDATE message SET queue = ?, receives = 0, visibleAt = ?, receipt = NULL WHERE queue = ?")
      .run(source, this.#now(), deadLetters);
  }

  count(queue: string): number {
    return Number(this.#store.prepare("SELECT count(*) AS n FROM message WHERE queue = ?").get(queue)?.["n"]);
  }

  /** When the next message becomes visible, in milliseconds; `undefined` when every queue is empty. */
  nextVisible(): number | undefined {
    const names = [...this.#settings.keys()];
    const row = this.#store
      .prepare(`SELECT min(visibleAt) AS at FROM message WHERE queue IN (${names.map(() => "?").join(", ")})`)
      .get(...names);
    return row?.["at"] === null ? undefined : Number(row?.["at"]);
  }

  #expire(queue: string, { deliveries, retentionSeconds }: QueueSettings, now: number): void {
    this.#store
      .prepare("DELETE FROM message WHERE queue = ? AND sentAt < ?")
      .run(queue, now - retentionSeconds * 1_000);
    this.#store
      .prepare(
        "UPDATE message SET queue = ?, receipt = NULL WHERE queue = ? AND visibleAt <= ? AND receives >= ?",
      )
      .run(deadLettersOf(queue), queue, now, deliveries);
  }

  #require(queue: string): QueueSettings {
    const settings = this.#settings.get(queue);
    if (settings) return settings;
    const source = [...this.#settings].find(([name]) => deadLettersOf(name) === queue);
    if (source) return { ...source[1], deliveries: Number.MAX_SAFE_INTEGER };
    throw new AwsFailure("QueueDoesNotExist", `There is no queue ${queue}.`);
  }
}
