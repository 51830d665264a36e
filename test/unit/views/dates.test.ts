import { Instant, Zone } from "@viceversa/core/time.ts";
import { afterArticle, fewNamesOf, fullDate, shortDate } from "@viceversa/views/dates.ts";
import { describe, expect, it } from "vitest";

const at = Instant.parse("2026-12-03T13:30:00Z");
const reader = (locale: "it" | "en", zone: string) => ({ locale, zone: Zone.parse(zone) });

describe("a date", () => {
  it.each([
    ["it", "Europe/Rome", "giovedì 3 dicembre 2026, ore 14:30 (ora di Roma)"],
    ["it", "Europe/London", "giovedì 3 dicembre 2026, ore 13:30 (ora di Londra)"],
    ["en", "Europe/Rome", "Thursday 3 December 2026, 14:30 (Rome time)"],
    ["en", "America/New_York", "Thursday 3 December 2026, 08:30 (New York time)"],
    ["en", "America/Argentina/Buenos_Aires", "Thursday 3 December 2026, 10:30 (Buenos Aires time)"],
    ["it", "Asia/Tokyo", "giovedì 3 dicembre 2026, ore 22:30 (ora di Tokyo)"],
    ["en", "UTC", "Thursday 3 December 2026, 13:30 (UTC)"],
    ["en", "Etc/GMT+5", "Thursday 3 December 2026, 08:30 (GMT-5)"],
  ] as const)("in %s and %s has the reader's day and hour and says whose", (locale, zone, expected) => {
    expect(fullDate(reader(locale, zone), at)).toBe(expected);
  });

  it("begins a day at 00:00", () => {
    const midnight = Instant.parse("2026-12-03T00:00:00Z");
    expect(fullDate(reader("en", "UTC"), midnight)).toBe("Thursday 3 December 2026, 00:00 (UTC)");
  });

  it("after an Italian article takes its vowel away where it is spoken so", () => {
    const days = ["8 dicembre", "11 marzo", "1 maggio", "18 maggio", "28 maggio"];
    expect(days.map((day) => afterArticle("il", day))).toEqual([
      "l’8 dicembre",
      "l’11 marzo",
      "il 1 maggio",
      "il 18 maggio",
      "il 28 maggio",
    ]);
    const from = [afterArticle("Dal", "8 maggio 2027"), afterArticle("al", "11 giugno 2027")];
    expect(from.join(" ")).toBe("Dall’8 maggio 2027 all’11 giugno 2027");
  });

  it("in a subject names a zone only where it is not the usual one", () => {
    const rome = Zone.parse("Europe/Rome");
    expect(shortDate(reader("it", "Europe/Rome"), at, rome)).toBe("giovedì 3 dicembre, ore 14:30");
    expect(shortDate(reader("en", "Europe/London"), at, rome)).toBe(
      "Thursday 3 December, 13:30 (London time)",
    );
  });
});

describe("names in a subject", () => {
  it("are all there when they are few", () => {
    expect(fewNamesOf(reader("it", "UTC"), ["Bruno", "Zoe", "Ada"])).toBe("Bruno, Zoe e Ada");
  });

  it("are counted when they are many", () => {
    const many = ["Bruno", "Zoe", "Ada", "Ivo"];
    expect(fewNamesOf(reader("it", "UTC"), many)).toBe("Bruno, Zoe e altre 2 persone");
    expect(fewNamesOf(reader("en", "UTC"), many)).toBe("Bruno, Zoe and 2 others");
  });

  it("are a word for somebody where nobody can be named any more", () => {
    expect(fewNamesOf(reader("it", "UTC"), [])).toBe("un’altra persona");
    expect(fewNamesOf(reader("en", "UTC"), [])).toBe("somebody else");
  });
});
