import { Locale } from "@viceversa/core/text.ts";
import type { Context as HonoContext } from "hono";
import { type DetectorOptions, detectFromHeader } from "hono/language";

const options: DetectorOptions = {
  order: ["header"],
  lookupFromHeaderKey: "accept-language",
  lookupQueryString: "",
  lookupCookie: "",
  lookupFromPathIndex: 0,
  caches: false,
  ignoreCase: true,
  supportedLanguages: [...Locale.options],
  fallbackLanguage: "en" satisfies Locale,
};

/** The language of ours that a browser asks for; for pages that do not know yet who reads them. */
export function preferredLocale(c: HonoContext): Locale | undefined {
  const found = Locale.safeParse(detectFromHeader(c, options));
  return found.success ? found.data : undefined;
}
