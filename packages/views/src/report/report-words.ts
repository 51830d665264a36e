import type { Locale } from "@viceversa/core/text.ts";
import type { ReportWords } from "./words.ts";
import { english } from "./words-en.ts";
import { italian } from "./words-it.ts";

export const reportWordsIn: Readonly<Record<Locale, ReportWords>> = { en: english, it: italian };
