import type { Locale } from "./text.ts";
import type { Instant, Zone } from "./time.ts";

/** Whom a mail is from in the eyes of its reader: the customer, its colour, and a human to write to. */
export interface Sender {
  readonly organisation: string;
  readonly brandColour: string;
  readonly contact: { readonly name: string; readonly email: string };
}

/** Who reads a mail, and how she reads dates. */
export interface Reader {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly zone: Zone;
}

interface Letter {
  readonly sender: Sender;
  readonly reader: Reader;
}

/** That a session comes soon: when, how long, where, and with whom. */
export interface SessionReminder extends Letter {
  readonly kind: "session.reminder";
  readonly programme: string;
  readonly start: Instant;
  readonly minutes: number;
  readonly venue:
    | { readonly kind: "place"; readonly place: string }
    | { readonly kind: "link"; readonly link: string };
  /** The names of the others. */
  readonly others: readonly string[];
}

/** What a mail says, as data; the views turn it into text and HTML. */
export type Mail = SessionReminder;

/** What became of a mail. `unknown` may have been sent: only SES's own `Send` event can tell. */
export type Delivery =
  | { readonly outcome: "sent"; readonly messageId: string }
  | { readonly outcome: "rejected"; readonly reason: string }
  | { readonly outcome: "throttled" }
  | { readonly outcome: "unknown"; readonly reason: string };
