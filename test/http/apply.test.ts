import { shippedCompetences } from "@viceversa/core/competence/index.ts";
import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anInvitedParticipant,
  anOpenProgramme,
  aPerson,
  type Invited,
  takeTo,
} from "#test/support/over-http.ts";
import { formsIn, linkBeside, linkTo, open, send, sendAndFollow } from "#test/support/pages.ts";

let api: Api;
let programme: Programme;
/** Somebody who is invited as a mentee, and where her mail leads. */
let invited: Invited;
let path: string;

beforeAll(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  invited = await anInvitedParticipant(api, programme);
  path = await linkTo(api, invited.person.email, "apply");
});

const stateOf = async ({ id }: Participant) => (await api.call("GET", `/v1/participants/${id}`)).body.state;
const profileOf = ({ id }: Participant) => api.call("GET", `/v1/participants/${id}/profile`);
const wish = { "now.digcomp-2.1": "1", "goal.digcomp-2.1": "3", "priority.digcomp-2.1": "1" };
const yes = { choice: "yes", ...wish };
const idOfKey = (key: string) => shippedCompetences.find((one) => one.key === key)?.id;

describe("an invitation to a programme", () => {
  it("says what it is, who invites, that saying no is free, and whom to ask, in under 50 kB without script", async () => {
    const page = await open(api, path);
    expect(page.status).toBe(200);
    expect(page.html.length).toBeLessThan(50_000);
    expect(page.html).not.toMatch(/<script|https?:\/\/(?!<)/);
    expect(page.html).toContain('<html lang="it">');
    expect(page.text).toContain("Il tuo invito a «AI for leaders»");
    expect(page.text).toMatch(/Ti invitiamo come mentee: sarai tu a imparare\. Ti invita person-\d+\./);
    expect(page.text).toContain("Preferisci di no? Non serve un motivo");
    expect(page.text).toContain("Carla Conti");
    expect(page.text).toContain("Adventure Works è titolare del trattamento");
  });

  it("asks a mentee what she wants to learn and a mentor what he can teach, in every area", async () => {
    const mentor = await anInvitedParticipant(api, programme, {
      capacity: { mentorCapacity: 1 },
      locale: "en",
    });
    const [hers, his] = [
      await open(api, path),
      await open(api, await linkTo(api, mentor.person.email, "apply")),
    ];
    expect(hers.text).toContain("Che cosa vuoi imparare");
    expect(hers.text).not.toContain("Che cosa puoi insegnare");
    expect(his.text).toContain("What you can teach");
    expect(his.text).not.toContain("What you want to learn");
    expect(his.html.match(/<select name="offer\./g)).toHaveLength(shippedCompetences.length);
    expect(his.html.match(/<details/g)?.length).toBeGreaterThan(6);
  });

  it("says what the programme is for, where it has objectives", async () => {
    expect((await open(api, path)).text).not.toContain("A che cosa serve il programma");
    const own = await anOpenProgramme(api);
    const shown = {
      target: { value: 4, direction: "up", unit: { it: "punti" } },
      baseline: 3,
      evidence: [{ kind: "subscale", instrumentKey: "reverse-mentoring-pulse", subscale: "usefulness" }],
    };
    const objectives = [
      { kind: "digital-gap", ...shown },
      { kind: "own", title: { en: "Sell online" }, ...shown },
    ];
    const { version } = (await api.call("GET", `/v1/programmes/${own.id}`)).body;
    const headers = { "if-match": `"${version}"` };
    const given = await api.call("PUT", `/v1/programmes/${own.id}/objectives`, {
      body: { objectives },
      headers,
    });
    expect(given.status).toBe(200);
    const { person } = await anInvitedParticipant(api, own);
    const page = await open(api, await linkTo(api, person.email, "apply"));
    expect(page.text).toContain("A che cosa serve il programma: Ridurre il divario digitale Sell online");
    expect(page.html).toContain('<span lang="en">Sell online</span>');
    expect(page.text).not.toContain("punti");
  });

  it("offers the customer's own competences, until they are retired", async () => {
    const title = { it: "Il nostro CRM", en: "Our CRM" };
    const body = {
      key: "crm",
      title,
      description: title,
      area: { key: "tools", title: { it: "Strumenti" } },
    };
    const own = await api.call("POST", "/v1/competences", { body });
    expect((await open(api, path)).text).toMatch(/Strumenti Il nostro CRM/);
    await api.call("POST", `/v1/competences/${own.body.id}/retirement`, { body: {} });
    expect((await open(api, path)).text).not.toContain("Il nostro CRM");
  });

  it("knows the languages of the directory already, and lets them be taken away", async () => {
    const { person, participant } = await anInvitedParticipant(api, programme, { languages: ["nl", "it"] });
    const own = await linkTo(api, person.email, "apply");
    const page = await open(api, own);
    expect(page.html).toMatch(/name="language\.nl" checked> olandese/);
    expect(page.html).not.toMatch(/name="language\.en" checked/);
    await send(api, own, { ...yes, "language.it": "on" });
    expect((await profileOf(participant)).body.languages).toEqual(["it"]);
  });
});

describe("who wants to take part", () => {
  it("has applied with all that was filled in, and finds her receipt under the same link", async () => {
    const form = {
      ...yes,
      "goal.soft-leadership": "2",
      "language.it": "on",
      "language.en": "on",
      "free.1.morning": "on",
      "free.5.afternoon": "on",
      interests: "Jazz, cucina; orto",
      venue: "https://meet.example.com/anna",
      motivation: "Vorrei capire\r\ni miei figli.",
    };
    const receipt = await sendAndFollow(api, path, form);
    expect([
      receipt.status,
      receipt.text.includes("La tua candidatura a «AI for leaders» è arrivata"),
    ]).toEqual([200, true]);
    expect(await stateOf(invited.participant)).toBe("applied");
    expect((await profileOf(invited.participant)).body).toMatchObject({
      offers: [],
      wants: [
        { competenceId: idOfKey("digcomp-2.1"), from: "basic", to: "advanced", priority: 1 },
        { competenceId: idOfKey("soft-leadership"), to: "intermediate", priority: 2 },
      ],
      languages: ["it", "en"],
      availability: [
        { weekday: 1, from: "09:00", to: "12:00" },
        { weekday: 5, from: "14:00", to: "18:00" },
      ],
      interests: ["Jazz", "cucina", "orto"],
      venue: { kind: "link", link: "https://meet.example.com/anna" },
      motivation: "Vorrei capire\r\ni miei figli.",
    });
    expect((await open(api, path)).text).not.toContain("Jazz");
  });

  it("as a mentor has applied with what he can teach", async () => {
    const mentor = await anInvitedParticipant(api, programme, { capacity: { mentorCapacity: 1 } });
    await send(api, await linkTo(api, mentor.person.email, "apply"), {
      choice: "yes",
      "offer.digcomp-3.1": "4",
    });
    expect((await profileOf(mentor.participant)).body.offers).toEqual([
      { competenceId: idOfKey("digcomp-3.1"), level: "highly-advanced" },
    ]);
  });

  it("applies once, also when the form is sent twice at once", async () => {
    const both = await Promise.all([send(api, path, yes), send(api, path, yes)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await stateOf(invited.participant)).toBe("applied");
  });

  it.each([
    ["chooses nothing to learn", { choice: "yes" }, "Scegli almeno una cosa"],
    [
      "says where she is and not where to",
      { choice: "yes", "now.digcomp-2.1": "2" },
      "Scegli anche l’obiettivo",
    ],
    ["wants to get where she is", { ...yes, "now.digcomp-2.1": "3" }, "più alto del livello da cui parti"],
    ["sends a level that there is not", { ...yes, "goal.digcomp-2.1": "9" }, "Scegli una di queste risposte"],
    ["names eleven interests", { ...yes, interests: "a,b,c,d,e,f,g,h,i,j,k" }, "al massimo dieci cose"],
    ["gives a link that is none", { ...yes, venue: "meet.example.com" }, "inizia con https://"],
    ["writes a novel", { ...yes, motivation: "x".repeat(4_001) }, "Accorcia questo testo"],
    ["names an address that is none", { ...yes, "avoid.2": "Bruno" }, "Scrivi un indirizzo come"],
    [
      "gives a reason without an address",
      { ...yes, "reason.2": "Ci conosciamo" },
      "Scrivi un indirizzo come",
    ],
    ["names somebody unknown", { ...yes, "avoid.1": "nobody@example.com" }, "Non troviamo nessuno"],
  ])("who %s is told so, keeps what she typed, and has not applied", async (_, form, words) => {
    const page = await send(api, path, { ...form, "free.2.midday": "on", "language.de": "on" });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.text).toContain("Quello che hai già compilato resta.");
    expect(page.html).toMatch(/name="free\.2\.midday"[^>]* checked/);
    expect(page.html).toMatch(/name="language\.de" checked/);
    expect(page.html).toMatch(/value="yes" checked/);
    for (const [, id] of page.html.matchAll(/href="#([^"]+)"/g)) expect(page.html).toContain(`id="${id}"`);
    expect(await stateOf(invited.participant)).toBe("invited");
  });

  it("keeps thirteen wishes to be shortened, each as it was", async () => {
    const keys = shippedCompetences.slice(0, 13).map(({ key }) => key);
    const page = await send(api, path, {
      choice: "yes",
      ...Object.fromEntries(keys.map((key) => [`goal.${key}`, "4"])),
    });
    expect(page.text).toContain("Scegline al massimo dodici");
    expect(page.html.match(/<option value="4" selected>/g)).toHaveLength(13);
    expect(page.html.length).toBeLessThan(50_000);
  });
});

describe("whom somebody would rather not meet", () => {
  it("is named by address, and kept where nobody in the programme reads it", async () => {
    const colleague = await aPerson(api);
    const address = colleague.email.toUpperCase();
    await send(api, path, {
      ...yes,
      "avoid.1": ` ${address} `,
      "reason.1": "Ci conosciamo",
      "avoid.3": address,
    });
    expect(await stateOf(invited.participant)).toBe("applied");
    const { id } = invited.participant;
    const stored = await api.ctx.table.get({ pk: `participant#${id}`, sk: "EXCLUSIONS" });
    expect(stored?.["exclusions"]).toMatchObject([{ personId: colleague.id }]);
    const seen = await Promise.all(
      [`/v1/participants/${id}`, `/v1/participants/${id}/profile`].map((url) => api.call("GET", url)),
    );
    expect(JSON.stringify(seen)).not.toContain("conosciamo");
  });

  it("is not oneself", async () => {
    const page = await send(api, path, { ...yes, "avoid.1": invited.person.email });
    expect([page.status, page.text.includes("Questo è il tuo indirizzo.")]).toEqual([422, true]);
  });
});

describe("who says no", () => {
  it("needs to fill in nothing, gets a receipt that stays, and no more mails", async () => {
    const receipt = await sendAndFollow(api, path, { choice: "no" });
    expect(receipt.text).toContain("Non partecipi a «AI for leaders»");
    expect(receipt.text).toContain("Hai cambiato idea? Scrivi a Carla Conti");
    expect(await stateOf(invited.participant)).toBe("declined");
    await api.pass({ days: 6 });
    expect(await api.mails(invited.person.email)).toHaveLength(1);
    expect((await sendAndFollow(api, path, yes)).text).toContain("Non partecipi");
    expect(await stateOf(invited.participant)).toBe("declined");
  });
});

describe("the link of an invitation", () => {
  it("opened or sent by a machine as it is, changes nothing", async () => {
    const page = await open(api, path);
    await open(api, path, "HEAD");
    for (const form of [{}, ...formsIn(page)]) expect((await send(api, path, form)).status).toBe(422);
    expect(await stateOf(invited.participant)).toBe("invited");
    expect(formsIn(page)[0]).toMatchObject({ "goal.digcomp-2.1": "", motivation: "" });
  });

  it("is called to mind once, and leads to the same page", async () => {
    await api.pass({ days: 5 });
    const mails = await api.mails(invited.person.email);
    expect(mails.map(({ kind }) => kind)).toEqual(["invitation to apply", "invitation to apply"]);
    expect(mails[1]?.subject).toContain("Ti aspettiamo ancora");
    expect(await linkTo(api, invited.person.email, "apply")).toBe(path);
  });

  it("leads on to the preparation once she is approved", async () => {
    await send(api, path, yes);
    await takeTo(api, invited.participant, "approved");
    const page = await open(api, path);
    expect(page.text).toContain("Fai parte di «AI for leaders»");
    expect((await open(api, linkBeside(path, page, "prepare"))).text).toContain(
      "Preparati per «AI for leaders»",
    );
  });

  it.each([
    ["refused", ["applied", "refused"], 410, "Questa volta non c’è posto"],
    ["withdrawn", ["withdrawn"], 410, "Non fai più parte di"],
    ["paused", ["applied", "approved", "paused"], 200, "Sei in pausa"],
  ] as const)("says to who is %s how she stands", async (_, states, status, words) => {
    await takeTo(api, invited.participant, ...states);
    const page = await open(api, path);
    expect([page.status, page.text.includes(words)]).toEqual([status, true]);
  });

  it("says that a programme was called off, and takes no application any more", async () => {
    const own = await anOpenProgramme(api);
    const late = await anInvitedParticipant(api, own, { locale: "en" });
    const link = await linkTo(api, late.person.email, "apply");
    await api.call("POST", `/v1/programmes/${own.id}/phase`, { body: { to: "cancelled" } });
    const page = await sendAndFollow(api, link, yes);
    expect([page.status, page.text.includes("“AI for leaders” does not take place")]).toEqual([410, true]);
    const as = await api.token({ sub: late.person.externalId });
    const url = `/v1/participants/${late.participant.id}/application`;
    expect((await api.call("POST", url, { as, body: { profile: {} } })).status).toBe(409);
    expect(await stateOf(late.participant)).toBe("invited");
  });
});
