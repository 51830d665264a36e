import { beforeEach, describe, expect, it } from "vitest";
import { type Api, startApi } from "#test/support/api.ts";
import {
  anAcceptedPairing,
  ifMatch,
  issueAt,
  problem,
  saying,
  takeMessages,
} from "#test/support/over-http.ts";

let api: Api;
beforeEach(async () => {
  api = await startApi();
  return () => api.stop();
});

const path = "/v1/organisation";
const setup = {
  name: "Adventure Works",
  locale: "en",
  zone: "Europe/Rome",
  contact: { name: "Carla Conti", email: "carla@example.com" },
  brandColour: "#0b5cad",
  reportingThreshold: 5,
};
const setUp = (more: object = {}) => api.call("POST", path, { body: { ...setup, ...more } });
const read = async () => (await api.call("GET", path)).body;
const change = (version: number, body: object) =>
  api.call("PATCH", path, { body, headers: ifMatch(version) });

describe("a new stack", () => {
  it("sends nothing until an administrator switches it on", async () => {
    expect(await setUp()).toMatchObject({
      status: 201,
      body: { sending: "off", notBefore: api.ports.clock.now() },
    });
    await anAcceptedPairing(api);
    await api.pass({ minutes: 10 });
    expect(await api.mails()).toEqual([]);
    expect(await change(1, { sending: "on" })).toMatchObject({
      status: 200,
      body: { ...setup, sending: "on", version: 2 },
    });
    await api.pass({ minutes: 10 });
    expect(await api.mails()).not.toEqual([]);
  });

  it("has one organisation", async () => {
    const first = (await setUp()).body;
    expect(await setUp({ name: "Contoso" })).toMatchObject(problem(409, "conflict", saying("already")));
    expect(await read()).toEqual(first);
  });

  it("says that it has to be set up", async () => {
    const refusal = problem(404, "not-found", saying("Set it up first"));
    expect(await api.call("GET", path)).toMatchObject(refusal);
    expect(await change(1, { sending: "on" })).toMatchObject(refusal);
    expect(await api.call("GET", path)).toMatchObject(refusal);
  });
});

describe("the organisation", () => {
  beforeEach(async () => {
    await setUp();
  });

  it("asks for everything to be derived anew when sending is switched, not for a new colour", async () => {
    expect((await change(1, { brandColour: "#112233" })).status).toBe(200);
    expect(takeMessages(api)).toEqual([]);
    expect((await change(2, { sending: "on" })).status).toBe(200);
    expect(takeMessages(api)).toEqual([
      { message: "synchronise", entities: [{ type: "organisation", id: "own" }] },
    ]);
  });

  it("links its own privacy notice until that is taken away", async () => {
    const privacyUrl = "https://example.com/privacy";
    expect(await change(1, { privacyUrl })).toMatchObject({ status: 200, body: { privacyUrl } });
    expect((await change(2, { privacyUrl: null })).status).toBe(200);
    expect(await read()).not.toHaveProperty("privacyUrl");
  });

  it("links no notice that a browser could not open safely", async () => {
    expect(await change(1, { privacyUrl: "example.com" })).toMatchObject(
      problem(422, "invalid", issueAt("privacyUrl")),
    );
    expect(await change(1, { privacyUrl: "http://example.com/privacy" })).toMatchObject(
      problem(422, "invalid", issueAt("privacyUrl")),
    );
  });

  it("is not changed from an older version", async () => {
    await change(1, { name: "One" });
    expect(await change(1, { name: "Two" })).toMatchObject(
      problem(412, "precondition-failed", { data: { version: 2 } }),
    );
    expect(await read()).toMatchObject({ name: "One", version: 2 });
  });

  it.each([2, 0, 2.5])("never reports on groups of %s", async (reportingThreshold) => {
    expect(await change(1, { reportingThreshold })).toMatchObject(
      problem(422, "invalid", issueAt("reportingThreshold")),
    );
    expect(await read()).toMatchObject({ reportingThreshold: 5, version: 1 });
  });
});
