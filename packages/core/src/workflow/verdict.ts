import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import type { Mail } from "../mail.ts";
import type { Organisation } from "../organisation/index.ts";
import type { Person } from "../person/index.ts";
import type { Write } from "../table.ts";

/** Whom a mail goes to, and whose rules it keeps. */
export interface Recipient {
  readonly person: Person;
  readonly organisation: Organisation;
}

/** What a message that is due comes to, after everything about it was read again. */
export type Verdict =
  /** `unchanged` checks every unshared item that was read: the claim holds only while they stand. */
  | {
      readonly verdict: "send";
      readonly mail: Mail;
      readonly unchanged: readonly Write[];
      readonly recipient: Recipient;
    }
  /** It may not go now, and may later: quiet times, or an earlier message in flight. */
  | { readonly verdict: "hold"; readonly minutes: number }
  /** A pause or the sending switch keeps it, nobody knows for how long. */
  | { readonly verdict: "held back" }
  | { readonly verdict: "unwanted" }
  /** It was due before the watermark of a restored stack. */
  | { readonly verdict: "stale" };

/** Decides about one message of a kind. */
export type Decide = (ctx: Context, due: DueMail) => Promise<Verdict>;
