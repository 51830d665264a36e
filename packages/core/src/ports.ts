import type { Delivery, Mail } from "./mail.ts";
import type { Table } from "./table.ts";
import type { Instant } from "./time.ts";

/** What time it is for the business; signing, tokens and TLS stay on the wall clock. */
export interface Clock {
  now(): Instant;
}

/** Unique identifiers: sortable by creation, or without any trace of time. */
export interface Ids {
  /** 26 characters of Crockford's base 32; the first ten tell the millisecond. */
  sortable(): string;
  /** 26 characters of Crockford's base 32 that tell nothing. */
  unordered(): string;
}

/** The keys that sign capabilities, newest first. */
export interface Secrets {
  capabilityKeys(): Promise<readonly CapabilityKey[]>;
}

export interface CapabilityKey {
  /** One to eight characters of [a-z0-9]. */
  readonly id: string;
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
}

/** `due` carries what has an hour; `bulk` what can wait. Bulk never delays a reminder. */
export type QueueName = "due" | "bulk";

export interface Queue {
  /** Sends JSON; `delaySeconds` is at most 900. Delivery is at least once and in any order. */
  send(queue: QueueName, body: unknown, options?: { delaySeconds?: number }): Promise<void>;
}

/** One-time schedules that put a message on the `due` queue. */
export interface Scheduler {
  /** Creates the schedule, or moves it when the name exists. `name` has at most 64 characters. */
  put(schedule: { name: string; at: Instant; body: unknown }): Promise<void>;
  /** Deletes the schedule; one that does not exist is already what was wanted. */
  remove(name: string): Promise<void>;
}

export interface Mailer {
  /** Renders and sends one mail to one reader. `correlation` comes back in SES's events; no personal data in it. */
  deliver(mail: Mail, correlation: Readonly<Record<string, string>>): Promise<Delivery>;
}

/** How fast mails may go. */
export interface MailRate {
  /** Whether one more mail may go in this second. */
  take(ports: { table: Table; clock: Clock }, queue: QueueName): Promise<boolean>;
}

/** Everything outside that business code may use. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly table: Table;
  readonly queue: Queue;
  readonly scheduler: Scheduler;
  readonly mailer: Mailer;
  readonly mailRate: MailRate;
}
