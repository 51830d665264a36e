import type { Context } from "@viceversa/core/context.ts";
import { epochOf, fromEpoch, type Instant } from "@viceversa/core/time.ts";
import { kindOf, type MailKind } from "@viceversa/local/demo/readers.ts";
import { type System, type SystemOptions, startSystem } from "@viceversa/local/system.ts";
import ical from "node-ical";
import PostalMime from "postal-mime";

/** A mail as its reader got it. */
export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly kind: MailKind;
  readonly text: string;
  readonly html: string;
  readonly sentAt: Instant;
  readonly calendar?: {
    readonly method: string;
    readonly uid: string;
    readonly sequence: number;
    readonly start: Date;
  };
  readonly links: readonly string[];
}

export interface Stage extends System {
  readonly ctx: Context;
  /** Passes time, through all that is due on the way. */
  pass(duration: { days?: number; hours?: number; minutes?: number }): Promise<void>;
  /** Everything that was mailed, in order; `to` keeps one reader's. */
  mails(to?: string): Promise<ReadMail[]>;
}

const START = Date.UTC(2026, 10, 24, 9);
const PAGES_URL = "https://pages.example.com";

/** What the worker uses instead of the ports, where a test lets calls fail. */
export type StageOptions = Pick<SystemOptions, "between">;

/** The whole system on an embedded cloud of its own, at 9:00 UTC on a Tuesday in November. */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const system = await startSystem({ startAt: START, pagesUrl: PAGES_URL, ...options });
  const { cloud, ports, timeMachine } = system;
  return {
    ...system,
    ctx: { ...ports, actor: { kind: "system" } },
    pass: ({ days = 0, hours = 0, minutes = 0 }) =>
      timeMachine.moveTo(epochOf(ports.clock.now()) + ((days * 24 + hours) * 60 + minutes) * 60_000),
    async mails(to) {
      const sent = cloud.mailbox
        .mails({ limit: 10_000 })
        .filter((mail) => to === undefined || mail.to === to);
      return Promise.all(sent.map(({ raw, sentAt, to: reader }) => read(raw, reader, sentAt)));
    },
  };
}

async function read(raw: string, to: string, sentAt: number): Promise<ReadMail> {
  const {
    subject = "",
    text = "",
    html = "",
    attachments,
  } = await PostalMime.parse(Buffer.from(raw, "latin1"));
  const part = attachments.find(({ mimeType }) => mimeType === "text/calendar");
  return {
    to,
    subject,
    kind: kindOf(subject),
    text,
    html,
    sentAt: fromEpoch(sentAt),
    links: [...text.matchAll(/https:\/\/\S+/g)].map(([url]) => url),
    ...(part && { calendar: calendarIn(Buffer.from(part.content as ArrayBuffer).toString()) }),
  };
}

function calendarIn(content: string) {
  const event = Object.values(ical.sync.parseICS(content)).find((entry) => entry?.type === "VEVENT");
  if (event?.type !== "VEVENT") throw new Error("a calendar part holds an event");
  const method = /METHOD:(\w+)/.exec(content)?.[1] ?? "";
  return { method, uid: event.uid, sequence: Number(event.sequence), start: event.start };
}
