import { kindOf } from "@viceversa/local/demo/readers.ts";
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

  it("about a move says what was before, as far as it differs", () => {
    const { before, ...move } = sampleMails.move;
    const place = { kind: "place", place: "Sala 2" } as const;
    const told = (was: object) => render({ ...move, before: { ...before, ...was } }).text;
    expect(told({})).toContain("60 minuti\nPrima: mercoledì 2 dicembre 2026, ore 10:00 (ora di Roma)\n");
    expect(told({ start: move.start, venue: place })).toContain("Prima: Sala 2\n");
    expect(told({ start: move.start })).not.toContain("Prima");
    expect(render(move).text).not.toContain("Prima");
  });

  it("about a cancellation says who can’t come, why in their own lines, and whom to write to", () => {
    const { text, html } = render(sampleMails.cancellation);
    expect(text).toContain("è stato annullato. Bruno non può esserci.");
    expect(text).toContain("Bruno scrive:\nHo la febbre.\nScusa!");
    expect(html).toMatch(/white-space:pre-line[^>]*>Ho la febbre\.\nScusa!</);
    expect(text).toContain("Per trovare una nuova data scrivi a Bruno oppure a Carla Conti.");
    expect(text).not.toContain("meet.example.com");
  });

  it("about a cancellation tells whoever cancelled that the others know", () => {
    const { text } = render({ ...sampleMails.cancellation, cause: { who: "reader" } });
    expect(text).toContain("Hai annullato questo incontro di «AI per chi guida». Abbiamo avvisato Bruno.");
    expect(text).toContain("Per trovare una nuova data");
  });

  it("about a cancellation that nobody in the session has decided names nobody", () => {
    const { text } = render({ ...sampleMails.cancellation, cause: { who: "nobody", reason: "Sciopero" } });
    expect(text).toContain("Motivo:\nSciopero");
    expect(text).not.toMatch(/non può esserci|nuova data/);
  });

  it("says before the first answer who will read the answers", () => {
    expect(render(sampleMails.questionnaire).text).toContain("riservate");
  });

  it.each([
    ["anonymous", "senza il tuo nome e senza l’orario", "non scrivere nulla che ti renda riconoscibile"],
    ["confidential", "soltanto risultati di gruppo", "parola per parola, senza il tuo nome"],
  ] as const)(
    "promises no more than is kept of %s answers: comments may be shown",
    (mode, answers, comments) => {
      const { text } = render({ ...sampleMails.questionnaire, privacy: { mode } });
      expect(text).toContain(answers);
      expect(text).toContain(comments);
    },
  );

  it("names in its subject whom the session is with and when it is", () => {
    expect(render(sampleMails.invitation).subject).toBe(
      "Nuovo incontro con Bruno, giovedì 3 dicembre, ore 14:30",
    );
    expect(render(inEnglish(sampleMails.reminder)).subject).toBe(
      "Reminder: session with Bruno, Thursday 3 December, 08:30 (New York time)",
    );
  });

  it("says in its subject how long a questionnaire takes", () => {
    const titled = (title: string) => render({ ...inEnglish(sampleMails.questionnaire), title }).subject;
    expect(titled("How is it going?")).toBe("How is it going? Three minutes");
    expect(titled("Your mentoring")).toBe("Your mentoring: three minutes");
  });

  it.each(Object.entries(sampleMails))("%s is told apart from the others by its subject", (name, mail) => {
    expect(kindOf(render(mail).subject)).toBe(name);
    expect(kindOf(render(inEnglish(mail)).subject)).toBe(name);
  });

  it("greets by the given name, and nobody by a full name", () => {
    expect(render(sampleMails.reminder).text).toMatch(
      /^Ciao Anna,\n\nIl tuo prossimo incontro di «AI per chi/,
    );
    const { givenName: _, ...reader } = sampleMails.reminder.reader;
    expect(render({ ...sampleMails.reminder, reader }).text).toMatch(/^Ciao,\n\nIl tuo/);
  });

  it("leads whoever takes part to their own programme, and nobody who is only invited", () => {
    const leads = / mio programma:\nhttps:\/\/pages\.example\.com\/p\/my-programme\/token\n/;
    for (const mail of Object.values(sampleMails)) {
      const isTakingPart = !/^(participant\.|management\.digest)/.test(mail.kind);
      expect([mail.kind, leads.test(render(mail).text)]).toEqual([mail.kind, isTakingPart]);
    }
  });

  it("says why its reader gets it, and where the customer's privacy notice is", () => {
    const privacyUrl = "https://example.com/privacy";
    const { text, html } = render({
      ...sampleMails.reminder,
      sender: { ...sampleMails.reminder.sender, privacyUrl },
    });
    expect(text).toContain(
      "Ricevi questa mail perché partecipi al programma «AI per chi guida» di Adventure Works.",
    );
    for (const body of [text, html]) expect(body).toContain(privacyUrl);
    expect(render(sampleMails.reminder).text).not.toContain("Informativa");
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
    expect(content.replaceAll("\r\n ", "")).toMatch(
      /ATTENDEE;.*PARTSTAT=NEEDS-ACTION.*RSVP=FALSE.*anna@example\.com/,
    );
    expect(content.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  it("cancels by the same UID with a higher sequence", () => {
    const { content, event } = eventOf(sampleMails.cancellation);
    expect(event).toMatchObject({ uid: "ses_1@viceversa", sequence: 2, status: "CANCELLED" });
    expect(content).toContain("METHOD:CANCEL");
    expect(content).not.toContain("meet.example.com");
  });

  it("names a human as its organizer, whom a decline reaches", () => {
    expect(eventOf(sampleMails.invitation).content.replaceAll("\r\n ", "")).toContain(
      'ORGANIZER;CN="Carla Conti":mailto:carla.conti@example.com',
    );
  });
});
