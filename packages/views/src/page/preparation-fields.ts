import type { AnswerFaults } from "@viceversa/core/instrument/index.ts";

/** The names of the fields of a preparation, which its page writes and its reader reads. */
export const preparationFields = {
  /** Which text was shown. */
  version: "version",
  promise: (at: number): string => `promise.${at}`,
  answer: (key: string): string => `readiness.${key}`,
} as const;

/** What is ticked says so with this value. */
export const TICKED = "on";

/** What of a preparation does not fit. */
export interface PreparationFaults {
  /** Neither part was filled in. */
  readonly nothing?: true;
  /** Not all of them were ticked, or the text is not the present one any more. */
  readonly promises?: "missing" | "changed";
  /** By item of the questions. */
  readonly answers?: AnswerFaults;
}
