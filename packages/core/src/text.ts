import { z } from "zod";

/** Limits on what people write, in characters: an item has at most 400 kB, and a page must stay readable. */
export const MAXIMUM_LINE = 200;
const MAXIMUM_SENTENCE = 500;
export const MAXIMUM_PARAGRAPHS = 4_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const LINE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const PARAGRAPHS = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/;

/** Signs that turn the direction of what follows, by which one name can look like another (Unicode TR 36). */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** Something that can be seen: neither white space nor signs without a width. */
const VISIBLE = /[^\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;
const UNREADABLE = "Give text that can be read: without turning signs, and not of invisible ones alone.";

const isReadable = (text: string): boolean =>
  text.isWellFormed() && !TURNING.test(text) && (text === "" || VISIBLE.test(text));

/** One line: trimmed, not empty, without control characters, so that it can stand in a header or a subject. */
export const Line = z
  .string()
  .trim()
  .min(1, "Give at least one character.")
  .max(MAXIMUM_LINE, `Give at most ${MAXIMUM_LINE} characters.`)
  .regex(LINE, "Give one line without line breaks or control characters.")
  .refine(isReadable, UNREADABLE)
  .describe("One line of text");

/** Several lines; control characters other than line breaks and tabs are refused. */
export const Paragraphs = z
  .string()
  .trim()
  .max(MAXIMUM_PARAGRAPHS, `Give at most ${MAXIMUM_PARAGRAPHS} characters.`)
  .regex(PARAGRAPHS, "Give text without control characters.")
  .refine(isReadable, UNREADABLE)
  .describe("Text in paragraphs");

/** The languages that mails and pages are written in. */
export const Locale = z.enum(["it", "en"]).describe("Language of mails and pages");
export type Locale = z.infer<typeof Locale>;

/**
 * An address as one mailbox: no display name, no list. SES sends to no address with other than ASCII before
 * the @ (RFC 6531 is not supported), so that such an address is refused here and not found out by a lost mail.
 */
export const Email = z
  .email("Give an e-mail address in plain letters without accents, like anna.rossi@example.com.")
  .max(254, "Give at most 254 characters.")
  .describe("E-mail address");

/** An address that a browser may safely open from a mail or a page. */
export const WebAddress = z
  .url({ protocol: /^https$/, error: "Give an https:// address." })
  .max(2_000)
  .regex(/^[!#-;=?-~]+$/, "Give an address without spaces, quotation marks or angle brackets.")
  .refine((address) => !URL.parse(address)?.username, "Give an address without a user name.");

/** The form under which two spellings of an address are one: mail systems ignore case in practice. */
export const foldEmail = (email: string): string => email.normalize("NFC").toLowerCase();

/** One line that may be as long as a question. */
const Sentence = z
  .string()
  .trim()
  .min(1, "Give at least one character.")
  .max(MAXIMUM_SENTENCE, `Give at most ${MAXIMUM_SENTENCE} characters.`)
  .regex(LINE, "Give one line without line breaks or control characters.")
  .refine(isReadable, UNREADABLE);

/** Text that a customer writes, by language; at least one language is there. */
export const LocalText = z
  .partialRecord(Locale, Paragraphs.min(1, "Give at least one character."))
  .refine((text) => Object.keys(text).length > 0, "Give the text in at least one language.")
  .describe("Text by language");
export type LocalText = z.infer<typeof LocalText>;

/** A line that a customer writes, by language; at least one language is there. */
export const LocalSentence = z
  .partialRecord(Locale, Sentence)
  .refine((text) => Object.keys(text).length > 0, "Give the text in at least one language.")
  .describe("A line by language");

/** What a title or a unit holds in each language, in characters: things with a dozen of them stay small. */
const MAXIMUM_TITLE = 120;

/** A few words that a customer writes, by language; at least one language is there. */
export const LocalTitle = z
  .partialRecord(Locale, Line.max(MAXIMUM_TITLE, `Give at most ${MAXIMUM_TITLE} characters.`))
  .refine((text) => Object.keys(text).length > 0, "Give the text in at least one language.")
  .describe("A few words by language");
export type LocalTitle = z.infer<typeof LocalTitle>;

/** The text in a reader's language, or else in the organisation's, or else in the one that there is. */
export const textIn = (text: LocalText, ...preferred: readonly Locale[]): string =>
  preferred.map((locale) => text[locale]).find(Boolean) ?? Object.values(text).find(Boolean) ?? "";
