import { Locale, type LocalText } from "../text.ts";
import type { Instrument } from "./schema.ts";

type Written = Pick<Instrument, "title" | "scale" | "items">;

/** The languages in which every word of an instrument is there. */
export function wholeLanguagesOf({ title, scale, items }: Written): Locale[] {
  const texts: LocalText[] = [title, ...scale, ...items.map(({ text }) => text)];
  return Locale.options.filter((locale) => texts.every((text) => text[locale] !== undefined));
}

/**
 * The languages in which an instrument is shown, best first: those that all of it is written in before those that
 * only some of it is, so that a respondent meets one language and no mixture where that can be.
 *
 * @param preferred  the respondent's own, then the organisation's
 */
export function languagesOf(instrument: Written, ...preferred: readonly Locale[]): Locale[] {
  const order = [...new Set([...preferred, ...Locale.options])];
  const whole = wholeLanguagesOf(instrument);
  return [
    ...order.filter((locale) => whole.includes(locale)),
    ...order.filter((locale) => !whole.includes(locale)),
  ];
}
