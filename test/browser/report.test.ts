import type { Locale } from "@viceversa/core/text.ts";
import { Zone } from "@viceversa/core/time.ts";
import { reportPage } from "@viceversa/views/report/report.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsOf } from "#test/support/accessibility.ts";
import { chromiumPath, launchBrowser } from "#test/support/browser.ts";
import { aReport } from "#test/support/report.ts";

const frameIn = (locale: Locale) => ({
  sender: {
    organisation: "Adventure Works",
    brandColour: "#0b5cad",
    contact: { name: "Carla Conti", email: "carla.conti@example.com" },
    locale: "it" as const,
    zone: Zone.parse("Europe/Rome"),
  },
  reader: { locale, zone: Zone.parse("Europe/Rome") },
});

describe.skipIf(!chromiumPath)("the report of a programme", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const opened = async (locale: Locale, width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 844 } });
    const page = await context.newPage();
    await page.setContent(reportPage(frameIn(locale), aReport()));
    return page;
  };

  it.each([
    ["it", 390],
    ["en", 390],
    ["it", 1_100],
  ] as const)("can be read by everybody, in %s and %i pixels wide", async (locale, width) => {
    const page = await opened(locale, width);
    expect(await faultsOf(page)).toEqual([]);
    const scrolls = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
    expect(scrolls).toBe(false);
    await page.context().close();
  });

  it("is told as a picture with a name, and hides no label beyond a plot's edge", async () => {
    const page = await opened("it", 390);
    const images = page.getByRole("img");
    expect(await images.count()).toBeGreaterThan(5);
    expect(await images.first().getAttribute("aria-labelledby")).toBeTruthy();
    const cut = await page.evaluate(`[...document.querySelectorAll("svg text")].filter((text) => {
      const edge = text.closest("svg").getBoundingClientRect();
      const box = text.getBoundingClientRect();
      return box.left < edge.left - 1 || box.right > edge.right + 1;
    }).map(({ textContent }) => textContent)`);
    expect(cut).toEqual([]);
    await page.context().close();
  });

  it("is printed on pages of its own size, with its first section on the first", async () => {
    const page = await opened("en", 1_100);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(12);
    await page.context().close();
  });
});
