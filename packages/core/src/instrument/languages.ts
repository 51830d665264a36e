import { Locale, type LocalText } from "../text.ts";
import type { Instrument } from "./schema.ts";

/**
 * The languages in which an instrument is shown, best first: those that all of it is written in before those that
 * only some of it is, so that a respondent meets one language and no mixture where that can be.
 *
 * @param preferred  the respondent's own, then the organisation's
 */
export function languagesOf(
  { title, scale, items }: Pick<Instrument, "title" | "scale" | "items">,
  ...preferred: readonly Locale[]
): Locale[] {
  const texts: LocalText[] = [title, ...scale, ...items.map(({ text }) => text)];
  const order = [...new Set([...preferred, ...Locale.options])];
  const isWhole = (locale: Locale): boolean => texts.every((text) => text[locale] !== undefined);
  return [...order.filter(isWhole), ...order.filter((locale) => !isWhole(locale))];
}
