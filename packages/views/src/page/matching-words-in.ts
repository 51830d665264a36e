import type { Locale } from "@viceversa/core/text.ts";
import type { MatchingWords } from "./matching-words.ts";
import { english } from "./matching-words-en.ts";
import { italian } from "./matching-words-it.ts";

export const matchingWordsIn: Readonly<Record<Locale, MatchingWords>> = { en: english, it: italian };
