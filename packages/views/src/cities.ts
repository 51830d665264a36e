import type { Locale } from "@viceversa/core/text.ts";
import type { Zone } from "@viceversa/core/time.ts";

/** Cities that a language calls otherwise than their zone does. */
const cities: Record<Locale, Readonly<Record<string, string>>> = {
  en: {
    "America/Sao_Paulo": "São Paulo",
    "Asia/Calcutta": "Kolkata",
    "Europe/Kiev": "Kyiv",
    "Europe/Vatican": "Vatican City",
  },
  it: {
    "Africa/Algiers": "Algeri",
    "Africa/Tunis": "Tunisi",
    "America/Mexico_City": "Città del Messico",
    "America/Sao_Paulo": "San Paolo",
    "Asia/Calcutta": "Calcutta",
    "Asia/Jerusalem": "Gerusalemme",
    "Asia/Kolkata": "Calcutta",
    "Asia/Seoul": "Seul",
    "Europe/Athens": "Atene",
    "Europe/Belgrade": "Belgrado",
    "Europe/Berlin": "Berlino",
    "Europe/Brussels": "Bruxelles",
    "Europe/Bucharest": "Bucarest",
    "Europe/Copenhagen": "Copenaghen",
    "Europe/Dublin": "Dublino",
    "Europe/Kyiv": "Kiev",
    "Europe/Lisbon": "Lisbona",
    "Europe/Ljubljana": "Lubiana",
    "Europe/London": "Londra",
    "Europe/Luxembourg": "Lussemburgo",
    "Europe/Moscow": "Mosca",
    "Europe/Paris": "Parigi",
    "Europe/Prague": "Praga",
    "Europe/Rome": "Roma",
    "Europe/Stockholm": "Stoccolma",
    "Europe/Vatican": "Città del Vaticano",
    "Europe/Warsaw": "Varsavia",
    "Europe/Zagreb": "Zagabria",
    "Europe/Zurich": "Zurigo",
  },
};

/** Zones of these regions are called after a city; `Etc/GMT+5` or `CET` are not. */
const REGION = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/** The city whose time a zone is, in a language; the zone's own name for it where we know no other. */
export function cityOf(zone: Zone, locale: Locale): string | undefined {
  if (!REGION.test(zone)) return undefined;
  return cities[locale][zone] ?? zone.split("/").at(-1)?.replaceAll("_", " ");
}
