import type { Competence } from "@viceversa/core/competence/index.ts";
import type { LocalText } from "@viceversa/core/text.ts";
import type { Instant } from "@viceversa/core/time.ts";
import type { ApplicationFaults } from "./application-fields.ts";
import type { ApplicationWords } from "./application-words.ts";
import type { PageFrame } from "./layout.ts";

/** An invitation to a programme: what it is, what is asked, and what was filled in so far. */
export interface ApplicationPage {
  readonly programme: string;
  readonly objectives: readonly LocalText[];
  readonly invitedBy: readonly string[];
  /** What she is invited to do. */
  readonly teaches: boolean;
  readonly learns: boolean;
  readonly competences: readonly Competence[];
  /** The codes of the languages to choose from. */
  readonly languages: readonly string[];
  /** What a session of the programme needs. */
  readonly meets: "place" | "link" | "either";
  readonly now: Instant;
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: ApplicationFaults;
}

/** A page with the words of its reader's language at hand. */
export interface Filled extends ApplicationPage {
  readonly frame: PageFrame;
  readonly words: ApplicationWords;
}

/** Why a field does not fit, in words. */
export const faultOf = ({ faults, words }: Filled, field: string): string | undefined => {
  const fault = faults.get(field);
  return fault && words.faults[fault];
};
