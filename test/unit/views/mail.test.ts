import { renderMail } from "@viceversa/views/mail/render.ts";
import ical from "node-ical";
import { describe, expect, it } from "vitest";
import { sampleMails } from "#test/support/mails.ts";

const PAGES = "https://pages.example.com";
const render = (mail: Parameters<typeof renderMail>[0]) => renderMail(mail, PAGES);
const inEnglish = <M extends { reader: object }>(mail: M) => ({
  ...mail,
  reader: { ...mail.reader, locale: "en" as const, zone: "America/New_York" as never },
});

describe("a mail", () => {
  it("names day, hour and zone as its reader's clock shows them", () => {
    expect(render(sampleMails.reminder).text).toContain("giovedì 3 dicembre 2026, ore 14:30 (ora di Roma)");
    expect(render(inEnglish(sampleMails.reminder)).text).toContain(
      "Thursday 3 December 2026, 08:30 (New York time)",
    );
  });

  it.each(Object.entries(sampleMails))("%s says the same in text and in HTML", (_, mail) => {
    const { text, html } = render(mail);
    for (const [url] of text.matchAll(/https:\/\/\S+/g)) expect(html).toContain(url);
    expect(html).toContain("Adventure Works");
  });

  it("shows what people wrote as text and never as markup", () => {
    const { html } = render({ ...sampleMails.reminder, programme: "<script>alert(1)</script>" });
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;");
  });

  it("tells the reason of a cancellation to its reader", () => {
    expect(render(sampleMails.cancellation).text).toContain("Motivo: Ill");
  });

  it("says before the first answer who will read the answers", () => {
    expect(render(sampleMails.questionnaire).text).toContain("riservate");
  });

  it("can be stopped only where that leaves nobody without a session's hour", () => {
    expect(render(sampleMails.reminder).unsubscribeUrl).toMatch(/^https:\/\/pages/);
    expect(render(sampleMails.invitation).unsubscribeUrl).toBeUndefined();
    expect(render(sampleMails.cancellation).unsubscribeUrl).toBeUndefined();
  });
});

describe("a calendar message", () => {
  const eventOf = (mail: Parameters<typeof renderMail>[0]) => {
    const content = render(mail).calendar?.content ?? "";
    const event = Object.values(ical.sync.parseICS(content)).find((part) => part?.type === "VEVENT");
    return { content, event };
  };

  it("puts the session at its instant, with its UID and sequence", () => {
    const { content, event } = eventOf(sampleMails.move);
    expect(event).toMatchObject({ uid: "ses_1@viceversa", sequence: 1 });
    expect((event as { start: Date }).start.toISOString()).toBe("2026-12-03T13:30:00.000Z");
    expect(content).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(content).toContain("METHOD:REQUEST");
    expect(content).toContain("RSVP=FALSE");
    expect(content.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  it("cancels by the same UID with a higher sequence", () => {
    const { content, event } = eventOf(sampleMails.cancellation);
    expect(event).toMatchObject({ uid: "ses_1@viceversa", sequence: 2, status: "CANCELLED" });
    expect(content).toContain("METHOD:CANCEL");
  });

  it("names a human as its organizer, whom a decline reaches", () => {
    expect(eventOf(sampleMails.invitation).content.replaceAll("\r\n ", "")).toContain(
      'ORGANIZER;CN="Carla Conti":mailto:carla.conti@example.com',
    );
  });
});
