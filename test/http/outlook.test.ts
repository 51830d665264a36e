import type { Pairing } from "@viceversa/core/pairing/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aCustomer, anAcceptedPairing, problem, tokenOf } from "#test/support/over-http.ts";

let api: Api;
let pairing: Pairing;
beforeEach(async () => {
  api = await aCustomer();
  pairing = await anAcceptedPairing(api);
  await api.pass({ minutes: 10 });
  return () => api.stop();
});

const outlook = async (as?: string) =>
  api.call("GET", `/v1/programmes/${pairing.programmeId}/outlook`, as ? { as } : {});

describe("what goes out in a programme this week", () => {
  it("is told before it goes, and is what then arrives", async () => {
    await api.pass({ days: 6 });
    const { body } = await outlook();
    const sent = (await api.mails()).length;
    await api.pass({ days: 7 });
    const arrived = (await api.mails()).slice(sent).filter(({ kind }) => kind !== "weekly summary");
    const told = body.mails.map(({ at }: { at: string }) => at.slice(0, 13)).sort();
    const planned = new Set(["session.reminder", "session.follow-up"]);
    expect(new Set(body.mails.map(({ kind }: { kind: string }) => kind))).toEqual(planned);
    const expected = arrived.filter(({ calendar }) => !calendar).map(({ sentAt }) => sentAt.slice(0, 13));
    expect(told).toEqual(expected.sort());
  });

  it("names the reminders of a questionnaire that will open", async () => {
    const [instrument] = (await api.call("GET", "/v1/instruments")).body.items;
    const body = {
      programmeId: pairing.programmeId,
      instrumentId: instrument.id,
      privacy: "confidential",
      opensAt: "2026-11-26T08:00:00Z",
      closesAt: "2026-12-05T08:00:00Z",
    };
    await api.call("POST", "/v1/waves", { body });
    const { mails } = (await outlook()).body;
    const kinds = mails.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === "questionnaire.invitation")).toHaveLength(2);
    expect(kinds.filter((kind: string) => kind === "questionnaire.reminder")).toHaveLength(2);
  });

  it("names nothing of pairings in a programme that has ended", async () => {
    await api.pass({ days: 27 });
    const kinds = async () => (await outlook()).body.mails.map(({ kind }: { kind: string }) => kind);
    expect(await kinds()).toContain("pairing.nudge");
    for (const to of ["preparing", "matching", "running", "completed"])
      await api.call("POST", `/v1/programmes/${pairing.programmeId}/phase`, { body: { to } });
    expect(await kinds()).not.toContain("pairing.nudge");
  });

  it("is shown to whoever runs the programme, and to nobody else", async () => {
    const { members } = pairing;
    const participant = (await api.call("GET", `/v1/participants/${members[0]?.participantId}`)).body;
    expect((await outlook(await tokenOf(api, participant.personId))).status).toBe(403);
    const stranger = await tokenOf(api, participant.personId, ["manager"]);
    expect(await outlook(stranger)).toMatchObject(problem(404, "not-found"));
  });
});
