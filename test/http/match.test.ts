import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anInvitedParticipant,
  anOpenProgramme,
  aProposedPairing,
  type Capacity,
  type Invited,
  takeTo,
} from "#test/support/over-http.ts";
import { formsIn, linkBeside, linkTo, open, send, sendAndFollow } from "#test/support/pages.ts";

interface Member extends Invited {
  /** Where the mail about the proposal leads. */
  readonly path: string;
}

let api: Api;
let programme: Programme;
let pairing: Pairing;
let mentor: Member;
let mentee: Member;

/** Somebody who has applied by her link and is prepared. */
async function prepared(capacity: Capacity, form: Record<string, string>, more: object) {
  const one = await anInvitedParticipant(api, programme, { capacity, ...more });
  await send(api, await linkTo(api, one.person.email, "apply"), { choice: "yes", ...form });
  await takeTo(api, one.participant, "approved", "prepared");
  return one;
}

beforeAll(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  const teaches = {
    "offer.digcomp-2.1": "4",
    "offer.digcomp-3.4": "3",
    "language.it": "on",
    "language.en": "on",
  };
  const learns = {
    "now.digcomp-2.1": "1",
    "goal.digcomp-2.1": "3",
    "goal.soft-leadership": "2",
    "language.it": "on",
  };
  const [one, other] = [
    await prepared({ mentorCapacity: 1 }, teaches, { locale: "en", birthYear: 1999, zone: "Europe/London" }),
    await prepared({ menteeCapacity: 1 }, learns, { birthYear: 1966, seniority: "executive" }),
  ];
  pairing = await aProposedPairing(api, one.participant, other.participant);
  mentor = { ...one, path: await linkTo(api, one.person.email, "match") };
  mentee = { ...other, path: await linkTo(api, other.person.email, "match") };
});

const read = async () => (await api.call("GET", `/v1/pairings/${pairing.id}`)).body;
const gone = "Questa proposta non è più aperta";

describe("a proposed pairing", () => {
  it("says with whom, about what, in which language, when and where, and nothing of levels or ages", async () => {
    const page = await open(api, mentee.path);
    expect(page.status).toBe(200);
    expect(page.html).not.toMatch(/<script|checked/);
    expect(page.text).toContain(`Ti va di incontrare ${mentor.person.name}?`);
    expect(page.text).toMatch(
      /Di che cosa potreste parlare Interagire con le tecnologie digitali[^.]* Lingue/,
    );
    expect(page.text).toContain("Lingue che avete in comune italiano ");
    expect(page.text).toContain("giovedì 3 dicembre 2026, ore 14:30 (ora di Roma)");
    expect(page.text).toContain("poi ogni 2 settimane, 6 incontri in tutto, 60 minuti ciascuno");
    expect(page.text).toContain("Online");
    expect(page.text).toContain("non diciamo a nessuno chi ha detto di no");
    expect(page.html).not.toMatch(/Avanzato|Base|Leadership|1966|1999|Millennial|executive/i);
  });

  it("is in the language and zone of who reads it", async () => {
    const page = await open(api, mentor.path);
    expect(page.text).toContain(`Would you like to meet ${mentee.person.name}?`);
    expect(page.text).toContain("Thursday 3 December 2026, 13:30 (London time)");
    expect(page.text).toContain("Languages that you share Italian");
  });

  it("is mailed with the same topics", async () => {
    const [mail] = (await api.mails(mentee.person.email)).filter(({ kind }) => kind === "match");
    expect(mail?.text).toContain("Di che cosa potreste parlare: Interagire con le tecnologie digitali");
  });

  it("opened or sent by a machine as it is, is not answered", async () => {
    const page = await open(api, mentee.path);
    await open(api, mentee.path, "HEAD");
    for (const form of [{}, ...formsIn(page)]) {
      const answer = await send(api, mentee.path, form);
      expect([answer.status, answer.text.includes("Scegli una delle due risposte.")]).toEqual([422, true]);
    }
    expect(await read()).toMatchObject({ state: "proposed", accepted: [] });
  });
});

describe("a yes", () => {
  it("is receipted and waits for the other's, and with both the two are a pair", async () => {
    const waiting = await sendAndFollow(api, mentee.path, { choice: "yes" });
    expect(waiting.text).toContain("Grazie del tuo sì");
    expect(await read()).toMatchObject({ state: "proposed", accepted: [mentee.participant.id] });
    expect((await sendAndFollow(api, mentor.path, { choice: "yes" })).text).toContain(
      "You are going to meet",
    );
    expect((await read()).state).toBe("accepted");
    const page = await open(api, mentee.path);
    expect(page.text).toContain("Vi incontrerete");
    const programmePage = await open(api, linkBeside(mentee.path, page, "my-programme"));
    expect(programmePage.text).toContain("Il mio programma");
  });

  it("is counted once, also when it is sent twice and both answer at once", async () => {
    const yes = { choice: "yes" };
    await Promise.all([mentee.path, mentor.path, mentee.path].map((path) => send(api, path, yes)));
    expect((await read()).state).toBe("accepted");
    expect((await read()).accepted).toHaveLength(2);
  });
});

describe("a no", () => {
  it("is receipted to who said it, frees both, and the other does not learn who it was", async () => {
    const receipt = await send(api, mentee.path, { choice: "no" });
    expect([receipt.status, receipt.text.includes("Grazie della tua risposta")]).toEqual([200, true]);
    expect((await read()).state).toBe("declined");
    const theirs = await sendAndFollow(api, mentor.path, { choice: "yes" });
    expect(theirs.status).toBe(410);
    expect(theirs.text).toContain("This proposal is not open any more");
    expect(theirs.text).not.toContain(mentee.person.name);
    expect((await open(api, mentee.path)).text).toContain(gone);
    const { body } = await api.call("GET", `/v1/participants/${mentor.participant.id}`);
    expect(body.mentorLoad).toBe(0);
  });

  it("counts also when the other says yes at the same moment", async () => {
    await Promise.all([send(api, mentee.path, { choice: "no" }), send(api, mentor.path, { choice: "yes" })]);
    expect((await read()).state).toBe("declined");
  });

  it("comes too late once both have said yes", async () => {
    for (const { path } of [mentor, mentee]) await send(api, path, { choice: "yes" });
    expect((await send(api, mentee.path, { choice: "no" })).text).toContain("Vi incontrerete");
    expect((await read()).state).toBe("accepted");
  });
});

describe("a proposal that is not open any more", () => {
  it("tells the other of a withdrawal no more than that", async () => {
    await takeTo(api, mentor.participant, "withdrawn");
    await api.pass({ minutes: 5 });
    const page = await open(api, mentee.path);
    expect([page.status, page.text.includes(gone)]).toEqual([410, true]);
    expect(page.text).not.toContain(mentor.person.name);
    expect((await open(api, mentor.path)).status).toBe(410);
  });

  it("tells two who have met that their sessions have come to an end", async () => {
    for (const { path } of [mentor, mentee]) await send(api, path, { choice: "yes" });
    await api.call("POST", `/v1/pairings/${pairing.id}/ending`, { body: { ending: "completed" } });
    const page = await open(api, mentee.path);
    expect([page.status, page.text.includes("I vostri incontri si sono conclusi")]).toEqual([410, true]);
  });

  it("is not answered by who takes a break", async () => {
    await takeTo(api, mentee.participant, "paused");
    expect((await send(api, mentee.path, { choice: "yes" })).text).toContain("Sei in pausa");
    expect((await read()).accepted).toEqual([]);
  });
});
