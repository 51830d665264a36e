import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Session } from "@viceversa/core/session/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aCustomer, anAcceptedPairing, ifMatch, problem, tokenOf } from "#test/support/over-http.ts";

let api: Api;
let pairing: Pairing;
let session: Session;
/** The mentor's, the mentee's and a stranger's token, and the programme's manager's. */
let as: { mentor: string; mentee: string; stranger: string; manager: string };

const participant = async (at: number) =>
  (await api.call("GET", `/v1/participants/${pairing.members[at]?.participantId}`)).body;
const sessions = async () =>
  (await api.call("GET", `/v1/sessions?programmeId=${pairing.programmeId}`)).body.items;

beforeEach(async () => {
  api = await aCustomer();
  pairing = await anAcceptedPairing(api);
  await api.pass({ minutes: 10 });
  [session] = await sessions();
  const programme = (await api.call("GET", `/v1/programmes/${pairing.programmeId}`)).body;
  as = {
    mentor: await tokenOf(api, (await participant(0)).personId),
    mentee: await tokenOf(api, (await participant(1)).personId),
    manager: await tokenOf(api, programme.managers[0], ["manager"]),
    stranger: await tokenOf(api, programme.managers[0]),
  };
  return () => api.stop();
});

const path = (rest = "") => `/v1/sessions/${session.id}${rest}`;
const read = async () => (await api.call("GET", path())).body;
const post = (rest: string, who: string, body: object) => api.call("POST", path(rest), { as: who, body });
const put = (rest: string, who: string, version: number, body: object) =>
  api.call("PUT", path(rest), { as: who, body, headers: ifMatch(version) });
const confirm = (who: string, happened: boolean) => post("/confirmations", who, { happened });
const begun = () => api.pass({ days: 9, hours: 5 });

describe("what two people work on together", () => {
  it.each(["/agenda", "/notes/shared", "/notes/private", "/action-items"])(
    "%s is read by them and by nobody who runs the programme",
    async (rest) => {
      expect((await api.call("GET", path(rest), { as: as.mentor })).status).toBe(200);
      expect((await api.call("GET", path(rest), { as: as.stranger })).status).toBe(404);
      expect((await api.call("GET", path(rest), { as: as.manager })).status).toBe(403);
      expect((await api.call("GET", path(rest))).status).toBe(403);
    },
  );

  it("has an agenda that either writes, and of two who write at once one wins", async () => {
    const agenda = { mainTopic: "Prompts that work", discussion: "What may go into a chatbot?" };
    const [one, other] = await Promise.all([
      put("/agenda", as.mentor, 0, agenda),
      put("/agenda", as.mentee, 0, { ...agenda, mainTopic: "Short videos" }),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
    const { body } = await api.call("GET", path("/agenda"), { as: as.mentee });
    expect(body).toMatchObject({ version: 1, followUp: [] });
  });

  it("has a shared note for both and a private one for each", async () => {
    await put("/notes/private", as.mentor, 0, { text: "Go slower." });
    await put("/notes/shared", as.mentor, 0, { text: "We tried three prompts." });
    const note = async (kind: string, who: string) =>
      (await api.call("GET", path(`/notes/${kind}`), { as: who })).body.text;
    expect(await note("private", as.mentor)).toBe("Go slower.");
    expect(await note("private", as.mentee)).toBe("");
    expect(await note("shared", as.mentee)).toBe("We tried three prompts.");
  });

  it("fills the follow-up of the next session from what is still open", async () => {
    const [, next] = await sessions();
    const item = (text: string) => ({
      text,
      ownerId: pairing.members[1]?.participantId,
      dueOn: "2026-12-10",
    });
    const done = (await post("/action-items", as.mentor, item("Try a chatbot"))).body;
    await post("/action-items", as.mentee, item("Follow three accounts"));
    const changed = await api.call("PATCH", path(`/action-items/${done.id}`), {
      as: as.mentee,
      body: { state: "done" },
      headers: ifMatch(done.version),
    });
    expect(changed.body.state).toBe("done");
    const agenda = await api.call("GET", `/v1/sessions/${next.id}/agenda`, { as: as.mentee });
    expect(agenda.body.followUp.map(({ text }: { text: string }) => text)).toEqual(["Follow three accounts"]);
  });

  it("refuses an action item of somebody else, and an impossible date", async () => {
    const [owner] = (await api.call("GET", `/v1/participants?programmeId=${pairing.programmeId}`)).body.items;
    const stranger = `ptc_${"0".repeat(26)}`;
    const bad = await post("/action-items", as.mentor, { text: "Do it", ownerId: stranger });
    expect(bad).toMatchObject(problem(422, "invalid"));
    const never = { text: "Do it", ownerId: owner.id, dueOn: "2026-02-30" };
    expect(await post("/action-items", as.mentor, never)).toMatchObject(problem(422, "invalid"));
  });
});

describe("whether a session took place", () => {
  it("is not said before it has begun, nor by a manager for the two", async () => {
    expect(await confirm(as.mentor, true)).toMatchObject(problem(409, "conflict"));
    expect((await confirm(as.manager, true)).status).toBe(403);
    expect((await confirm(as.stranger, true)).status).toBe(404);
  });

  it("is held by the word of one, and confirmed by who has said it", async () => {
    await begun();
    await confirm(as.mentee, true);
    const [mentor, mentee] = pairing.members.map(({ participantId }) => participantId);
    expect(await read()).toMatchObject({
      state: "held",
      outcome: { known: "confirmed", confirmedBy: [mentee], deniedBy: [] },
      attendees: expect.arrayContaining([
        { participantId: mentor, state: "expected" },
        { participantId: mentee, state: "attended" },
      ]),
    });
  });

  it("is disputed when the two say different things, also at the same moment, and settled by a change of mind", async () => {
    await begun();
    await Promise.all([confirm(as.mentor, true), confirm(as.mentee, false)]);
    expect((await read()).outcome.known).toBe("disputed");
    const { state } = await read();
    await confirm(state === "held" ? as.mentee : as.mentor, state === "held");
    expect(await read()).toMatchObject({ state, outcome: { known: "confirmed" } });
  });

  it("is recorded by a manager who knows who was there", async () => {
    await begun();
    const attendees = pairing.members.map(({ participantId }) => ({ participantId, state: "attended" }));
    const { version } = await read();
    const absent = attendees.map((one, at) => (at === 0 ? { ...one, state: "absent" } : one));
    expect((await put("/attendance", as.manager, version, { attendees: absent })).body).toMatchObject({
      state: "missed",
      outcome: { known: "recorded" },
    });
    expect((await put("/attendance", as.manager, version, { attendees })).status).toBe(412);
    expect((await put("/attendance", as.manager, version + 1, { attendees })).body.state).toBe("held");
  });
});

describe("another time for a session", () => {
  const elsewhen = { localStart: "2026-12-04T09:30", zone: "Europe/Rome" };

  it("is proposed by one and accepted by the other, and only then the session moves", async () => {
    const { body } = await post("/proposals", as.mentor, elsewhen);
    expect(body).toMatchObject({ localStart: "2026-12-03T14:30", proposal: elsewhen });
    const { proposedAt } = body.proposal;
    expect((await post("/proposals/acceptance", as.mentor, { proposedAt })).status).toBe(409);
    const moved = await post("/proposals/acceptance", as.mentee, { proposedAt });
    expect(moved.body).toMatchObject({ localStart: "2026-12-04T09:30", sequence: 1 });
    expect(moved.body).not.toHaveProperty("proposal");
  });

  it("that was answered by a counter-proposal is not accepted by mistake", async () => {
    const { body } = await post("/proposals", as.mentor, elsewhen);
    await api.pass({ minutes: 1 });
    const counter = { ...elsewhen, localStart: "2026-12-07T11:00" };
    await post("/proposals", as.mentee, counter);
    const stale = { proposedAt: body.proposal.proposedAt };
    expect((await post("/proposals/acceptance", as.mentee, stale)).status).toBe(409);
    const { proposedAt } = (await read()).proposal;
    expect((await post("/proposals/acceptance", as.mentor, { proposedAt })).body.localStart).toBe(
      "2026-12-07T11:00",
    );
  });

  it("in the past, or in an hour that the clocks skip, is refused", async () => {
    expect(
      (await post("/proposals", as.mentor, { ...elsewhen, localStart: "2026-11-02T10:00" })).status,
    ).toBe(422);
    const skipped = { ...elsewhen, localStart: "2027-03-28T02:30" };
    expect((await post("/proposals", as.mentor, skipped)).status).toBe(422);
  });
});

describe("a participant", () => {
  it("lists the sessions that she is to attend, and nobody else's", async () => {
    const own = pairing.members[0]?.participantId;
    const query = `programmeId=${pairing.programmeId}`;
    const hers = await api.call("GET", `/v1/sessions?${query}&participantId=${own}`, { as: as.mentor });
    expect(hers.body.items).toHaveLength(2);
    expect((await api.call("GET", `/v1/sessions?${query}`, { as: as.mentor })).status).toBe(422);
  });
});

describe("after a session", () => {
  const followUps = async () =>
    (await api.mails()).filter(({ links }) => links.some((one) => one.includes("/p/follow-up/")));
  const pathIn = (links: readonly string[], page: string) =>
    new URL(links.find((one) => one.includes(`/p/${page}/`)) ?? "").pathname;
  const send = (to: string, form: Record<string, string>) =>
    api.raw(to, { method: "POST", body: new URLSearchParams(form) });

  it("each is asked once whether it took place, and answers with one tap", async () => {
    await begun();
    await api.pass({ hours: 2 });
    expect((await followUps()).map(({ to }) => to).sort()).toHaveLength(2);
    const [mail] = await followUps();
    const link = pathIn(mail?.links ?? [], "follow-up");
    expect((await api.raw(link)).status).toBe(200);
    expect((await send(link, {})).status).toBe(422);
    expect((await read()).state).toBe("planned");
    expect((await send(link, { happened: "yes" })).status).toBe(200);
    expect(await read()).toMatchObject({ state: "held", outcome: { known: "confirmed" } });
    expect((await send(link, { happened: "no" })).status).toBe(200);
    expect((await read()).outcome).toMatchObject({ known: "disputed", confirmedBy: [] });
  });

  it("it is assumed a week later when nobody has said anything", async () => {
    await begun();
    await api.pass({ days: 8 });
    expect(await read()).toMatchObject({ state: "held", outcome: { known: "assumed" } });
  });

  it("it is not assumed of one that fell into a pause of the programme", async () => {
    const pause = (paused: boolean) =>
      api.call("POST", `/v1/programmes/${pairing.programmeId}/pause`, { body: { paused } });
    await api.pass({ days: 7 });
    await pause(true);
    await api.pass({ days: 5 });
    const before = (await sessions()).length;
    expect((await pause(false)).body.pauses).toMatchObject([
      { from: expect.any(String), to: expect.any(String) },
    ]);
    await api.pass({ days: 8 });
    expect(await read()).toMatchObject({ state: "missed", outcome: { known: "assumed" } });
    expect((await sessions()).length).toBeGreaterThan(before);
  });

  it("that was cancelled nobody is asked", async () => {
    await api.call("POST", path("/cancellation"), { body: {} });
    await begun();
    await api.pass({ days: 2 });
    expect(await followUps()).toEqual([]);
  });

  it("another proposes a time by mail, and the page takes the answer", async () => {
    await post("/proposals", as.mentor, { localStart: "2026-12-04T09:30", zone: "Europe/Rome" });
    await api.pass({ minutes: 5 });
    const [mail] = (await api.mails()).filter(({ links }) =>
      links.some((one) => one.includes("/p/proposal/")),
    );
    const link = pathIn(mail?.links ?? [], "proposal");
    expect((await send(link, {})).status).toBe(422);
    const impossible = await send(link, { choice: "counter", when: "2026-02-30T10:00" });
    expect(impossible.status).toBe(422);
    expect(await impossible.text()).toMatch(
      /value="counter" checked[\s\S]*id="when.fault"[\s\S]*2026-02-30T10:00/,
    );
    const proposedAt = (await read()).proposal.proposedAt;
    expect((await send(link, { choice: "accept", proposedAt })).status).toBe(200);
    expect(await read()).toMatchObject({ localStart: "2026-12-04T09:30", sequence: 1 });
    await api.pass({ minutes: 5 });
    const moved = (await api.mails()).filter(({ calendar }) => calendar?.sequence === 1);
    expect(moved).toHaveLength(2);
  });
});
