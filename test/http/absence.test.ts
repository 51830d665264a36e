import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Session } from "@viceversa/core/session/index.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anInvitedParticipant,
  anOpenProgramme,
  aProposedPairing,
  type Invited,
  takeTo,
} from "#test/support/over-http.ts";
import { formsIn, linkBeside, open, send, sendAndFollow } from "#test/support/pages.ts";

let api: Api;
let mentor: Invited;
let mentee: Invited;
let pairing: Pairing;
/** The next session, and where the mentee says that she can't make it. */
let session: Session;
let path: string;

beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());
beforeEach(async () => {
  const programme = await anOpenProgramme(api);
  mentor = await anInvitedParticipant(api, programme, { capacity: { mentorCapacity: 1 }, locale: "en" });
  mentee = await anInvitedParticipant(api, programme, { zone: "Europe/London" });
  const both = [mentor.participant, mentee.participant];
  for (const one of both) await takeTo(api, one, "applied", "approved", "prepared");
  pairing = await aProposedPairing(api, mentor.participant, mentee.participant);
  for (const { id } of both) {
    const body = { participantId: id };
    await api.call("POST", `/v1/pairings/${pairing.id}/acceptances`, { body });
  }
  await api.pass({ minutes: 5 });
  [session] = (await api.call("GET", `/v1/sessions?programmeId=${programme.id}`)).body.items;
  path = await absenceOf(mentee);
});

/** Where the first session's mail to somebody leads. */
async function absenceOf({ person }: Invited): Promise<string> {
  const [first] = await api
    .mails(person.email)
    .then((mails) => mails.filter(({ kind }) => kind === "invitation"));
  return new URL(first?.links.find((one) => one.includes("/p/cannot-come/")) ?? "").pathname;
}

const read = async (): Promise<Session> => (await api.call("GET", `/v1/sessions/${session.id}`)).body;
const elsewhen = { choice: "propose", when: "2026-12-04T10:00" };

describe("who can’t make it", () => {
  it("may propose another time by her own clock instead, and the session stands until it is accepted", async () => {
    const receipt = await sendAndFollow(api, path, elsewhen);
    expect(receipt.text).toContain(
      "Hai proposto venerdì 4 dicembre 2026, ore 10:00 (ora di Londra). Finché la proposta non viene accettata, l’incontro resta com’è.",
    );
    expect(await read()).toMatchObject({
      state: "planned",
      localStart: "2026-12-03T14:30",
      proposal: { by: mentee.participant.id, localStart: "2026-12-04T10:00", zone: "Europe/London" },
    });
    await api.pass({ minutes: 2 });
    const [mail] = (await api.mails(mentor.person.email)).filter(({ kind }) => kind === "another time");
    expect(mail?.text).toContain("Friday 4 December 2026, 11:00 (Rome time)");
  });

  it("is led to a time that the other has proposed already, and accepts it there", async () => {
    await send(api, await absenceOf(mentor), elsewhen);
    const page = await open(api, path);
    expect(page.text).toContain(
      `${mentor.person.name} propone: venerdì 4 dicembre 2026, ore 09:00 (ora di Londra)`,
    );
    const proposal = linkBeside(path, page, "proposal");
    const { proposedAt = "" } = (await read()).proposal ?? {};
    await send(api, proposal, { choice: "accept", proposedAt });
    expect(await read()).toMatchObject({ localStart: "2026-12-04T10:00", zone: "Europe/Rome" });
  });

  it("may still cancel after having proposed", async () => {
    await send(api, path, elsewhen);
    expect((await sendAndFollow(api, path, { choice: "call-off" })).text).toContain(
      "Questo incontro è annullato",
    );
    expect((await read()).state).toBe("cancelled");
  });

  it.each(["", "2026-11-01T10:00", "2026-02-30T10:00", "domani"])(
    "is asked for a time to come instead of “%s”, and keeps her choice",
    async (when) => {
      const page = await send(api, path, { choice: "propose", when });
      expect(page.status).toBe(422);
      expect(page.text).toContain("Indica un giorno e un’ora che devono ancora venire.");
      expect(page.html).toMatch(/value="propose" checked/);
      expect(page.html).toContain(`name="when" value="${when}"`);
      expect(await read()).not.toHaveProperty("proposal");
    },
  );

  it("is asked in her language to choose", async () => {
    const page = await send(api, await absenceOf(mentor), { reason: "Travelling" });
    expect([page.status, page.text.includes("Please choose one of the two.")]).toEqual([422, true]);
    expect(page.html).toContain(">Travelling</textarea>");
  });

  it("has changed nothing when a machine opened or sent her link as it is", async () => {
    const page = await open(api, path);
    await open(api, path, "HEAD");
    for (const form of [{}, ...formsIn(page)]) expect((await send(api, path, form)).status).toBe(422);
    expect(formsIn(page)).toEqual([{ when: "", reason: "" }]);
    expect(await read()).toEqual(session);
  });
});
