import PostalMime from "postal-mime";
import type { World } from "./world.ts";

/** A mail as a reader sees it, reduced to what the demo counts. */
export interface DeliveredMail {
  readonly to: string;
  readonly subject: string;
  readonly links: readonly string[];
  /** Milliseconds on the virtual clock. */
  readonly sentAt: number;
  readonly kind: MailKind;
  readonly calendar?: { readonly method: string; readonly uid: string; readonly sequence: number };
}

const subjects = [
  ["digest", /^\d+ (messaggi in uno|messages in one): /],
  ["preview", /^(Anteprima|Preview): /],
  ["invitation", /^(Nuovo incontro con|New session with) /],
  ["move", /^(Spostato|Changed): /],
  ["cancellation", /^(Annullato|Cancelled): /],
  ["reminder", /^(Promemoria|Reminder): /],
  ["another time", /^(Un altro orario|Another time)\? /],
  ["follow-up", /^(C’è stato|Did it take place)\? /],
  [
    "invitation to apply",
    /^(Un invito per te: |Ti aspettiamo ancora: |(Your|Still open: your) invitation to )/,
  ],
  ["preparation", /^(Preparati: |Manca ancora poco: |(Get|Still to do: get) ready for )/],
  ["refusal", /^(La tua candidatura a |About your application to )/],
  ["match", /^(Una persona per te: |Aspettiamo la tua risposta: |(Meet|Still waiting for you: meet) )/],
  ["nudge", /^(È ora di (rivedervi|incontrarvi)|Time to meet( again)?)\? /],
  ["farewell", /^(Grazie: i tuoi incontri con|Thank you: your sessions with) /],
  ["weekly summary", /^(La settimana di «|This week in “)/],
  ["questionnaire reminder", /^(Puoi ancora rispondere|Still time to answer): /],
  ["questionnaire", / (minut[oi]|minutes?)$/],
] as const;
export type MailKind = (typeof subjects)[number][0] | "other";

/** Which mail it is, told apart by what a reader sees first: its subject. */
export const kindOf = (subject: string): MailKind =>
  subjects.find(([, pattern]) => pattern.test(subject))?.[0] ?? "other";

const PAGE = 500;

/** Reads an inbox on from where it was read before. */
export class InboxReader {
  readonly mails: DeliveredMail[] = [];
  readonly #world: Pick<World, "mails">;

  constructor(world: Pick<World, "mails">) {
    this.#world = world;
  }

  /** The mails that have come since. */
  async read(): Promise<readonly DeliveredMail[]> {
    const from = this.mails.length;
    for (;;) {
      const page = await this.#world.mails({ offset: this.mails.length, limit: PAGE });
      if (page.length === 0) return this.mails.slice(from);
      for (const { raw, to, sentAt } of page) this.mails.push(await readMail(raw, to, sentAt));
    }
  }
}

async function readMail(raw: string, to: string, sentAt: number): Promise<DeliveredMail> {
  const { subject = "", text = "", attachments } = await PostalMime.parse(Buffer.from(raw, "latin1"));
  const part = attachments.find(({ mimeType }) => mimeType === "text/calendar");
  const content = part && Buffer.from(part.content as ArrayBuffer).toString();
  const field = (name: string): string =>
    new RegExp(`^${name}:(.+?)\\r?$`, "m").exec(content ?? "")?.[1] ?? "";
  return {
    to,
    subject,
    sentAt,
    links: [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link),
    kind: kindOf(subject),
    ...(content && {
      calendar: { method: field("METHOD"), uid: field("UID"), sequence: Number(field("SEQUENCE")) },
    }),
  };
}
