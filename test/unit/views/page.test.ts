import { shippedCompetences } from "@viceversa/core/competence/index.ts";
import { type Instrument, shippedInstruments } from "@viceversa/core/instrument/index.ts";
import { Instant } from "@viceversa/core/time.ts";
import { textOn, visibleOn } from "@viceversa/views/brand.ts";
import { timeFor } from "@viceversa/views/effort.ts";
import { applicationPage } from "@viceversa/views/page/application.ts";
import { questionnairePage } from "@viceversa/views/page/questionnaire.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import { describe, expect, it } from "vitest";
import { sampleMails } from "#test/support/mails.ts";

const { sender, reader } = sampleMails.questionnaire;
const frame = (locale: "it" | "en", more: object = {}) => ({
  sender: { ...sender, ...more },
  reader: { ...reader, locale },
});
const [instrument] = shippedInstruments as [Instrument];
const questionnaire = {
  programme: "AI per chi guida",
  instrument,
  privacy: { mode: "confidential" as const },
  closesAt: Instant.parse("2026-12-10T17:00:00Z"),
  typed: {},
  faults: {},
};
const text = (html: string) => html.replaceAll(/\s+/g, " ");

describe("the page of a questionnaire", () => {
  it("says above its questions what this is, how long it takes, until when, and who sees the answers", () => {
    const html = text(questionnairePage(frame("it"), questionnaire));
    const about =
      "«AI per chi guida» · 8 brevi domande e un commento, circa tre minuti · aperto fino a giovedì 10 dicembre 2026, ore 18:00 (ora di Roma)";
    expect(html.indexOf(about)).toBeGreaterThan(0);
    expect(html.indexOf(about)).toBeLessThan(html.indexOf("<form"));
    expect(html.match(/parola per parola, senza il tuo nome/g)).toHaveLength(2);
    expect(html).not.toContain("Da controllare");
  });

  it("leads to each answer that is missing, and says apart what is too long", () => {
    const faults = { glad: "missing", time: "impossible", comment: "too-long" } as const;
    const html = text(questionnairePage(frame("en"), { ...questionnaire, faults }));
    expect(html).toContain("<title>Missing answers · How is your mentoring going?");
    expect(html).toContain("2 questions still need an answer.");
    expect(html).toContain('<a href="#glad">I am glad to take part in this programme.</a>');
    expect(html).toMatch(/<fieldset id="glad"[^>]* aria-invalid="true" aria-describedby="glad\.fault"/);
    expect(html).toContain("This is too long");
    expect(html).toMatch(/<textarea id="comment"[^>]* aria-invalid="true"/);
    expect(html).not.toMatch(/<fieldset id="everyday"[^>]* aria-invalid/);
  });

  it("asks in the language that there is, marks it as such and says so", () => {
    const english = (one: { en?: string | undefined }) => ({ en: one.en ?? "" });
    const foreign = {
      ...instrument,
      title: english(instrument.title),
      scale: instrument.scale.map(english),
      items: instrument.items.map((item) => ({ ...item, text: english(item.text) })),
    };
    const html = questionnairePage(frame("it"), { ...questionnaire, instrument: foreign });
    expect(html).toContain("soltanto in inglese");
    expect(html).toContain('<h1 lang="en">How is your mentoring going?</h1>');
    expect(html).toContain('<legend lang="en">');
    expect(html).toContain("Invia le risposte");
    const own = questionnairePage(frame("en"), { ...questionnaire, instrument: foreign });
    expect(own).not.toMatch(/only available|<h1 lang/);
  });
});

describe("the page of an invitation", () => {
  it("stays under 50 kB with as many competences as it shows, each of them to be mended", () => {
    const competences = [
      ...shippedCompetences,
      ...shippedCompetences.map((one) => ({ ...one, key: `own-${one.key}` })),
    ];
    const keys = competences.map(({ key }) => key);
    const html = applicationPage(frame("it"), {
      programme: "AI per chi guida",
      objectives: [],
      invitedBy: ["Carla Conti"],
      teaches: false,
      learns: true,
      competences,
      languages: ["it", "en"],
      meets: "link",
      now: questionnaire.closesAt,
      typed: Object.fromEntries(keys.map((key) => [`now.${key}`, "4"])),
      faults: new Map([["wants", "tooMany"]]),
    });
    expect(competences.length).toBeGreaterThanOrEqual(50);
    expect(Buffer.byteLength(html)).toBeLessThan(50_000);
  });
});

describe("a page", () => {
  it("names the controller, a human and the customer's own notice", () => {
    const privacyUrl = "https://example.com/privacy";
    const html = statePage(frame("en", { privacyUrl }), { state: "unknown" });
    expect(html).toContain("Adventure Works is the controller");
    expect(html).toMatch(/or write to <a [^>]*href="mailto:carla\.conti@example\.com">Carla Conti<\/a>\./);
    expect(html).toContain(privacyUrl);
    expect(statePage(frame("en"), { state: "unknown" })).not.toContain("https://");
  });

  it("that is closed says since when, unless it was closed before its hour", () => {
    const closedAt = questionnaire.closesAt;
    const date = "Thursday 10 December 2026, 18:00 (Rome time)";
    expect(statePage(frame("en"), { state: "closed", closedAt })).toContain(
      `It closed on ${date}. Thank you all the same.`,
    );
    expect(statePage(frame("en"), { state: "closed" })).toContain("It takes no more answers.");
  });
});

describe("a brand's colour", () => {
  it.each(["#0b5cad", "#b3261e"])("%s stays as it is where it stands out", (colour) => {
    expect(visibleOn(colour, "#ffffff")).toBe(colour);
  });

  it("is shaded where it would vanish", () => {
    expect(visibleOn("#ffffff", "#ffffff")).toBe("#8c8c8c");
    expect(visibleOn("#000000", "#15191e")).not.toBe("#000000");
    expect(textOn("#ffffff")).toBe("#000000");
  });
});

describe("the time that a questionnaire takes", () => {
  it.each([
    [1, 0, "one minute", "un minuto"],
    [8, 1, "three minutes", "tre minuti"],
    [56, 4, "17 minutes", "17 minuti"],
  ])("for %i questions and %i comments is %s", (questions, comments, english, italian) => {
    expect(timeFor({ questions, comments }, "en")).toBe(english);
    expect(timeFor({ questions, comments }, "it")).toBe(italian);
  });
});
