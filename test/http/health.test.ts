import type { Pairing } from "@viceversa/core/pairing/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aCustomer, anAcceptedPairing, tokenOf } from "#test/support/over-http.ts";

let api: Api;
let pairing: Pairing;
beforeEach(async () => {
  api = await aCustomer();
  pairing = await anAcceptedPairing(api);
  await api.pass({ minutes: 10 });
  return () => api.stop();
});

const health = async () =>
  (await api.call("GET", `/v1/programmes/${pairing.programmeId}/health-of-pairings`)).body.items[0];
const mentor = async () => {
  const path = `/v1/participants/${pairing.members[0]?.participantId}`;
  return tokenOf(api, (await api.call("GET", path)).body.personId);
};
const sessions = async () =>
  (await api.call("GET", `/v1/sessions?programmeId=${pairing.programmeId}`)).body.items;

describe("the health of a pairing", () => {
  it("is new at first, with the days until it meets", async () => {
    expect(await health()).toMatchObject({ signal: "new", held: 0, daysUntilNext: 10, cancellations: [] });
  });

  it("tells who cancelled and with how much notice, and nothing of why", async () => {
    const [first] = await sessions();
    const body = { reason: "A family matter" };
    await api.call("POST", `/v1/sessions/${first.id}/cancellation`, { as: await mentor(), body });
    const found = await health();
    const cancelledBy = pairing.members[0]?.participantId;
    expect(found.cancellations).toEqual([{ sessionId: first.id, cancelledBy, noticeHours: 220 }]);
    expect(JSON.stringify(found)).not.toContain("family");
  });

  it("is well once somebody has said that they met, and quiet two cadences after the last time", async () => {
    const [first] = await sessions();
    await api.pass({ days: 10 });
    const as = await mentor();
    await api.call("POST", `/v1/sessions/${first.id}/confirmations`, { as, body: { happened: true } });
    expect(await health()).toMatchObject({ signal: "well", held: 1, lastHeldAt: first.start });
    await api.pass({ days: 29 });
    expect(await health()).toMatchObject({ signal: "quiet", held: 1, assumed: 1 });
  });
});
