import { type ServerType, serve } from "@hono/node-server";
import { shippedInstruments } from "@viceversa/core/instrument/index.ts";
import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import type { Locale } from "@viceversa/core/text.ts";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsByDayAndNight, faultsOf } from "#test/support/accessibility.ts";
import { type Api, startApi } from "#test/support/api.ts";
import { chromiumPath, launchBrowser } from "#test/support/browser.ts";
import { anInvitedParticipant, pairingInput, takeTo } from "#test/support/over-http.ts";
import { linkBeside, linkTo, open as openPage } from "#test/support/pages.ts";
import { acceptedPairings, anOpenProgramme, anOrganisation } from "#test/support/programme.ts";

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, javaScriptEnabled: true };

/** Where the mails to people lead who join a programme, one for each page. */
async function participantsPaths(api: Api, programme: Programme) {
  const mentee = await anInvitedParticipant(api, programme);
  const mentor = await anInvitedParticipant(api, programme, {
    capacity: { mentorCapacity: 1 },
    locale: "en",
  });
  const approved = await anInvitedParticipant(api, programme);
  await takeTo(api, approved.participant, "applied", "approved");
  /** Where the invitation leads of who has moved on since. */
  const invitationOf = async (locale: Locale, ...states: Parameters<typeof takeTo>[2][]) => {
    const { participant, person } = await anInvitedParticipant(api, programme, { locale });
    const path = await linkTo(api, person.email, "apply");
    await takeTo(api, participant, ...states);
    return path;
  };
  const pair = [
    await anInvitedParticipant(api, programme, { capacity: { mentorCapacity: 1 }, languages: ["it"] }),
    await anInvitedParticipant(api, programme, { languages: ["it"] }),
  ] as const;
  const members = await Promise.all(
    pair.map(({ participant }) => takeTo(api, participant, "applied", "approved", "prepared")),
  );
  const [teaches, learns] = members as [Participant, Participant];
  const plannedFrom = "2026-12-14T09:00";
  await api.call("POST", "/v1/pairings", { body: pairingInput(teaches, learns, { plannedFrom }) });
  return {
    application: await linkTo(api, mentee.person.email, "apply"),
    "application to teach": await linkTo(api, mentor.person.email, "apply"),
    preparation: await linkTo(api, approved.person.email, "prepare"),
    "waiting application": await invitationOf("en", "applied"),
    break: await invitationOf("it", "applied", "approved", "paused"),
    farewell: await invitationOf("en", "withdrawn"),
    match: await linkTo(api, pair[1].person.email, "match"),
    "own programme": await linkTo(api, "mentor3@example.com", "my-programme"),
    "programme to run": await linkTo(api, "carla.conti@example.com", "manage"),
    "proposed matches": await proposedMatches(api, programme),
  };
}

/** Where a manager's page leads to once two more people could meet. */
async function proposedMatches(api: Api, programme: Programme): Promise<string> {
  for (const capacity of [{ mentorCapacity: 1 }, { menteeCapacity: 1 }]) {
    const { participant } = await anInvitedParticipant(api, programme, { capacity, languages: ["it"] });
    await takeTo(api, participant, "applied", "approved", "prepared");
  }
  await api.call("POST", `/v1/programmes/${programme.id}/matching-runs`);
  const manage = await linkTo(api, "carla.conti@example.com", "manage");
  return linkBeside(manage, await openPage(api, manage), "matching");
}

describe.skipIf(!chromiumPath)("on a phone,", () => {
  let api: Api;
  let browser: Browser;
  let server: ServerType;
  let url: string;
  let paths: Awaited<ReturnType<typeof participantsPaths>>;

  beforeAll(async () => {
    api = await startApi();
    browser = await launchBrowser();
    const port = await new Promise<number>((resolve) => {
      const options = { fetch: (request: Request) => api.fetch(request), port: 0, hostname: "127.0.0.1" };
      server = serve(options, (address) => resolve(address.port));
    });
    url = `http://127.0.0.1:${port}`;
    await anOrganisation(api.ctx);
    const programme = await anOpenProgramme(api.ctx);
    await acceptedPairings(api.ctx, programme, 3);
    const body = {
      programmeId: programme.id,
      instrumentId: shippedInstruments[0]?.id,
      privacy: "confidential",
      opensAt: "2026-11-24T10:00:00Z",
      closesAt: "2026-12-05T18:00:00Z",
    };
    await api.call("POST", "/v1/waves", { body });
    await api.pass({ days: 9 });
    paths = await participantsPaths(api, programme);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await api?.stop();
  });

  const pathOf = async (to: string, link: RegExp) => {
    const links = (await api.mails(`${to}@example.com`)).flatMap((mail) => mail.links);
    return new URL(links.find((one) => link.test(one)) ?? "").pathname;
  };
  const open = async (path: string, options: BrowserContextOptions = phone): Promise<Page> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(url + path);
    return page;
  };
  /** A mail program shows a mail inside a page of its own, which has these. */
  const ofAPage = ["landmark-one-main", "page-has-heading-one", "region"];
  const focused = (page: Page) =>
    page.evaluate("document.activeElement.id || document.activeElement.getAttribute('role')");
  const overflows = (page: Page) =>
    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");

  it.each([
    ["questionnaire", /\/p\/questionnaire\//],
    ["“I can’t make it”", /\/p\/cannot-come\//],
    ["unsubscribing", /\/p\/unsubscribe\//],
  ])("the page for %s is accessible, by day and by night, and fits", async (_, link) => {
    const page = await open(await pathOf("mentor3", link));
    expect(await faultsByDayAndNight(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });

  it.each([
    "application",
    "application to teach",
    "preparation",
    "waiting application",
    "break",
    "farewell",
    "match",
    "own programme",
    "programme to run",
    "proposed matches",
  ] as const)(
    "the page of somebody’s %s is accessible, by day and by night, and fits with all of it open",
    async (which) => {
      const page = await open(paths[which]);
      await page.locator("details").evaluateAll((all) => {
        for (const one of all) one.setAttribute("open", "");
      });
      expect(await faultsByDayAndNight(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      const heights = await page
        .locator("a, button, summary, label.choice, select")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    },
  );

  it("an invitation that lacks something comes back accessible, and leads to what is missing", async () => {
    const page = await open(paths["application to teach"]);
    await page.getByLabel("I want to take part").check();
    await page.fill("#venue", "meet.example.com");
    await page.click("button");
    await page.getByRole("alert").waitFor();
    expect(await page.title()).toMatch(/^Please check · /);
    expect(await focused(page)).toBe("alert");
    await page.getByRole("link", { name: "begins with https://" }).click();
    expect(await focused(page)).toBe("venue");
    expect(await page.isChecked("input[name=choice][value=yes]")).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("an invitation is accepted without JavaScript", async () => {
    const page = await open(paths["application to teach"], { ...phone, javaScriptEnabled: false });
    await page.getByText("Soft skills").click();
    await page.getByLabel("Leadership").selectOption({ label: "Advanced" });
    await page.getByLabel("Monday, Morning").check();
    await page.getByLabel("I want to take part").check();
    await page.click("button");
    await page.getByRole("heading", { name: "has arrived" }).waitFor();
  });

  it("a questionnaire is answered without JavaScript, by the keyboard alone, and gives a receipt", async () => {
    const page = await open(await pathOf("mentor1", /\/p\/questionnaire\//), {
      ...phone,
      javaScriptEnabled: false,
    });
    const groups = new Set(
      await page
        .locator("input[type=radio]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("name"))),
    );
    await page.locator("input[type=radio]").first().focus();
    for (let at = 0; at < groups.size; at += 1) {
      await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("Più tempo insieme");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Grazie" }).waitFor();
  });

  it("a questionnaire that lacks answers comes back with what was typed, and says where", async () => {
    const page = await open(await pathOf("mentor2", /\/p\/questionnaire\//));
    await page.fill("textarea", "Quasi finito");
    await page.check("input[name=glad][value='4']");
    await page.click("button");
    await page.getByRole("alert").waitFor();
    expect(await page.title()).toMatch(/^Mancano risposte · /);
    expect(await focused(page)).toBe("alert");
    await page.getByRole("link", { name: "Nei nostri incontri posso parlare apertamente." }).click();
    expect(await focused(page)).toBe("openness");
    expect(await page.getByRole("radiogroup", { name: "Nei nostri incontri" }).isVisible()).toBe(true);
    expect(await page.inputValue("textarea")).toBe("Quasi finito");
    expect(await page.isChecked("input[name=glad][value='4']")).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each(["invitation", "reminder", "questionnaire reminder"])(
    "a mail (%s) is accessible, by day and by night, and its controls are large enough to touch",
    async (kind) => {
      const mail = (await api.mails("mentor3@example.com")).find((one) => one.kind === kind);
      const page = await (await browser.newContext(phone)).newPage();
      await page.setContent(mail?.html ?? "");
      expect(await faultsByDayAndNight(page, ofAPage)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      const heights = await page.locator("a").evaluateAll((all) => all.map((one) => one.offsetHeight));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    },
  );

  it("the docs open without a request to anybody else", async () => {
    const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith("data:")) elsewhere.push(request.url());
    });
    await page.goto(`${url}/docs`);
    // Of a long list only what is in sight is drawn.
    await page.getByText("/v1/organisation").first().waitFor();
    expect(elsewhere).toEqual([]);
  });
});
