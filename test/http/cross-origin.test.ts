import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aCustomer } from "#test/support/over-http.ts";

let api: Api;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());

const origin = "https://mentoring.example.com";
const preflight = (path: string, method = "PATCH") =>
  api.raw(path, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": method,
      "access-control-request-headers": "authorization,if-match,content-type",
    },
  });

describe("a client app in a browser, from an origin of its own", () => {
  it("may ask before it calls, without a token, and send what our operations read", async () => {
    const { status, headers } = await preflight("/v1/people/per_00000000000000000000000000");
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-methods")).toContain("PATCH");
    for (const name of ["authorization", "content-type", "if-match", "idempotency-key"])
      expect(headers.get("access-control-allow-headers")).toContain(name);
    expect(headers.has("access-control-allow-credentials")).toBe(false);
  });

  it("reads the ETag that it has to send back", async () => {
    const { headers } = await api.call("GET", "/v1/organisation", { headers: { origin } });
    expect(headers.get("etag")).toMatch(/^"\d+"$/);
    expect(headers.get("access-control-expose-headers")).toContain("etag");
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  it("reads why it was refused", async () => {
    const refused = await api.call("GET", "/v1/people", { as: "", headers: { origin } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("may read what the API can do", async () => {
    const { headers } = await api.raw("/openapi.json", { headers: { origin } });
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  it.each(["/p/questionnaire/abc", "/docs", "/health"])("reads no page: %s", async (path) => {
    const { headers } = await api.raw(path, { headers: { origin } });
    expect(headers.has("access-control-allow-origin")).toBe(false);
    expect((await preflight(path, "POST")).headers.has("access-control-allow-origin")).toBe(false);
  });

  it("is told as everybody which methods there are, when it is no preflight", async () => {
    const { status, headers } = await api.raw("/v1/people", { method: "OPTIONS", headers: { origin } });
    expect(status).toBe(405);
    expect(headers.get("allow")).toContain("POST");
  });
});
