import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, startApi } from "#test/support/api.ts";
import { problem } from "#test/support/over-http.ts";
import { anOrganisation, aPerson } from "#test/support/programme.ts";
import { access, isAllowed, type Operation, type Who } from "../../functions/api/access.ts";
import { buildOpenApi } from "../../functions/api/openapi.ts";
import { rooms } from "../../functions/api/rooms.ts";

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await anOrganisation(api.ctx);
});
afterAll(() => api.stop());

const cursorOf = (key: object) => Buffer.from(JSON.stringify(key)).toString("base64url");
const anna = { externalId: "E1", email: "anna@example.com", name: "Anna Rossi" };

describe("an error is a problem in JSON, whichever layer it comes from:", () => {
  const json = { "content-type": "application/json" };
  it.each([
    ["an unknown path", "GET", "/v1/nothing", {}, 404, "not-found"],
    ["an unknown path below a concept", "GET", "/v1/people/per_1/shoes", {}, 404, "not-found"],
    ["a path outside the API", "GET", "/nothing", {}, 404, "not-found"],
    ["malformed JSON", "POST", "/v1/people", { body: "{", headers: json }, 400, "malformed"],
    [
      "another media type",
      "POST",
      "/v1/people",
      { body: "a=1", headers: { "content-type": "text/plain" } },
      415,
      "unsupported-media-type",
    ],
    [
      "a body that is too large",
      "POST",
      "/v1/people",
      { body: `"${"x".repeat(1_100_000)}"`, headers: json },
      413,
      "too-large",
    ],
    ["an id of another kind", "GET", "/v1/people/prg_1", {}, 422, "invalid"],
    ["somebody who is not there", "GET", `/v1/people/per_${"0".repeat(26)}`, {}, 404, "not-found"],
    ["a cursor of somebody else", "GET", "/v1/people?cursor=abc", {}, 422, "invalid"],
    ["a limit beyond the largest page", "GET", "/v1/people?limit=101", {}, 422, "invalid"],
    ["a limit that is no number", "GET", "/v1/people?limit=1e1", {}, 422, "invalid"],
    [
      "a cursor of another list",
      "GET",
      `/v1/people?cursor=${cursorOf({ pk: "a", sk: "b" })}`,
      {},
      422,
      "invalid",
    ],
    ["a cursor of no list", "GET", `/v1/people?cursor=${cursorOf({})}`, {}, 422, "invalid"],
    [
      "an end before its beginning",
      "GET",
      `/v1/sessions?programmeId=prg_${"0".repeat(26)}&from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z`,
      {},
      422,
      "invalid",
    ],
    ["a wrong method outside the API", "POST", "/health", {}, 405, "method-not-allowed"],
    ["a wrong method on a page", "PUT", "/p/questionnaire/none", {}, 405, "method-not-allowed"],
  ])("%s", async (_, method, path, init: RequestInit, status, slug) => {
    const response = await api.raw(path, {
      ...init,
      method,
      headers: { ...init.headers, authorization: `Bearer ${api.admin}` },
    });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect({ status: response.status, body: await response.json() }).toMatchObject(problem(status, slug));
  });

  it("a wrong method, which is told the right ones", async () => {
    const answer = await api.call("DELETE", "/v1/people");
    expect(answer).toMatchObject(problem(405, "method-not-allowed"));
    expect(answer.headers.get("allow")).toBe("GET, POST");
  });

  it("an unknown field, by its place, and nothing is stored", async () => {
    const answer = await api.call("POST", "/v1/people", { body: { ...anna, shoeSize: 38 } });
    expect(answer).toMatchObject(problem(422, "invalid"));
    expect(answer.body.issues[0].message).toContain("shoeSize");
    expect((await api.call("GET", "/v1/people")).body.items).toEqual([]);
  });
});

describe("text that people could not read, or that would mislead them,", () => {
  it.each([
    ["nothing that can be seen", "\u200b\u2060"],
    ["signs that turn the direction", "Anna \u202eissoR"],
    ["half a sign", "\ud800Anna"],
    ["a line break", "Anna\r\nBcc: all@example.com"],
    ["400 kB", "x".repeat(400_000)],
  ])("such as %s, is refused in a name", async (_, name) => {
    const answer = await api.call("POST", "/v1/people", { body: { ...anna, name } });
    expect(answer).toMatchObject(problem(422, "invalid"));
    expect(answer.body.issues[0].path).toEqual(["name"]);
  });
});

describe("an instrument", () => {
  const item = { kind: "scale", key: "useful", text: { en: "Was it useful?" }, subscale: "usefulness" };
  const publish = (more: object) => {
    const scale = [{ en: "No" }, { en: "Partly" }, { en: "Yes" }];
    const body = {
      key: "own",
      version: 1,
      title: { en: "Own" },
      scale,
      items: [item],
      licence: "Ours",
      ...more,
    };
    return api.call("POST", "/v1/instruments", { body });
  };

  it.each([
    ["that only takes comments", { items: [{ kind: "comment", key: "words", text: { en: "Words?" } }] }],
    ["with a key that means something to programs", { items: [{ ...item, key: "constructor" }] }],
    ["with a question that is a book", { items: [{ ...item, text: { en: "x".repeat(501) } }] }],
    ["with two items of one key", { items: [item, item] }],
  ])("%s is refused", async (_, more) => {
    expect(await publish(more)).toMatchObject(problem(422, "invalid"));
  });

  it("is published for good: its version once, and each version after the one before", async () => {
    expect((await publish({})).status).toBe(201);
    expect(await publish({})).toMatchObject(problem(409, "conflict"));
    expect(await publish({ version: 3 })).toMatchObject(problem(409, "conflict"));
    expect((await publish({ version: 2 })).status).toBe(201);
  });
});

describe("a token", () => {
  const status = async (as: string) => (await api.call("GET", "/v1/people", { as })).status;
  it.each([
    ["of another issuer", { iss: "https://evil.example.com/" }, {}],
    ["for another audience", { aud: "somebody-else" }, {}],
    ["that has expired", { exp: "-1h" }, {}],
    ["of another type", {}, { typ: "id+jwt" }],
  ])("%s is refused", async (_, more, header) => {
    const as = await api.token({ sub: "root", roles: ["admin"] }, more, header);
    expect(await status(as)).toBe(401);
  });

  it("without a signature, or none at all, is refused and told how to authenticate", async () => {
    const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url")}.${Buffer.from('{"sub":"root","roles":["admin"]}').toString("base64url")}.`;
    expect(await status(unsigned)).toBe(401);
    const answer = await api.call("GET", "/v1/people", { as: "" });
    expect(answer).toMatchObject(problem(401, "unauthenticated"));
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("of nobody in the directory and without a role is refused", async () => {
    expect(await status(await api.token({ sub: "stranger" }))).toBe(401);
  });
});

describe("an API key", () => {
  it("lets a server in as far as its scope goes, until it is revoked; its secret is shown once", async () => {
    const made = await api.call("POST", "/v1/api-keys", { body: { name: "HR sync", scope: "read" } });
    const as = made.body.token;
    expect((await api.call("GET", "/v1/people", { as })).status).toBe(200);
    expect((await api.call("POST", "/v1/people", { as, body: anna })).status).toBe(403);
    const listed = await api.call("GET", "/v1/api-keys");
    expect(JSON.stringify(listed.body)).not.toContain(as.split(".")[1]);
    expect((await api.call("DELETE", `/v1/api-keys/${made.body.id}`)).status).toBe(204);
    expect((await api.call("GET", "/v1/people", { as })).status).toBe(401);
  });

  it("with one character changed is refused", async () => {
    const { body } = await api.call("POST", "/v1/api-keys", { body: { name: "HR sync", scope: "write" } });
    const changed = body.token.slice(0, -1) + (body.token.endsWith("0") ? "1" : "0");
    expect((await api.call("GET", "/v1/people", { as: changed })).status).toBe(401);
  });
});

describe("the access matrix", () => {
  const wild = (path: string) => path.replaceAll(/\{\w+\}/g, "x");
  const routes = async () => {
    const found: { operation: Operation; method: string; path: string }[] = [];
    for (const [name, load] of Object.entries(rooms)) {
      for (const { route } of (await load()).room.openAPIRegistry.definitions.flatMap((d) =>
        d.type === "route" ? [d] : [],
      )) {
        found.push({
          operation: route.operationId as Operation,
          method: route.method,
          path: `/v1/${name}${wild(route.path)}`,
        });
      }
    }
    return found;
  };

  it("has exactly one route for each operation of the API", async () => {
    const withRoute = (await routes()).map(({ operation }) => operation).sort();
    const inTable = Object.entries(access)
      .filter(
        ([, who]) =>
          !(who as readonly Who[]).includes("anyone") && !(who as readonly Who[]).includes("capability"),
      )
      .map(([operation]) => operation)
      .sort();
    expect(withRoute).toEqual(inTable);
  });

  it("is what every route enforces, for every kind of caller", async () => {
    const manager = await aPerson(api.ctx, "matrix.manager");
    const key = async (scope: string) =>
      (await api.call("POST", "/v1/api-keys", { body: { name: scope, scope } })).body.token;
    const callers: [Who, string][] = [
      ["admin", api.admin],
      ["manager", await api.token({ sub: manager.externalId, roles: ["manager"] })],
      ["participant", await api.token({ sub: manager.externalId })],
      ["server:read", await key("read")],
      ["server:write", await key("write")],
    ];
    for (const { operation, method, path } of await routes()) {
      for (const [who, as] of callers) {
        const { status } = await api.call(method.toUpperCase(), path, { as });
        expect([operation, who, status === 403]).toEqual([operation, who, !isAllowed(operation, who)]);
      }
    }
  });
});

describe("the documentation", () => {
  it("is built ahead from the very routes that answer", async () => {
    const response = await api.raw("/openapi.json");
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(await buildOpenApi())));
  });

  it("tells every operation its errors as problems, and asks for a token", async () => {
    const document = (await (await api.raw("/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: Operation; responses: Record<string, unknown> }>>;
    };
    expect(document.openapi).toBe("3.1.0");
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    for (const { operationId, responses } of operations) {
      expect([operationId, Object.keys(responses)]).toEqual([
        operationId,
        expect.arrayContaining(["401", "403"]),
      ]);
    }
  });

  it("is a page that loads nothing from elsewhere", async () => {
    const response = await api.raw("/docs");
    const html = await response.text();
    expect(response.headers.get("content-security-policy")).not.toMatch(/https?:/);
    const loaded = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(loaded).toHaveLength(3);
    for (const path of loaded) expect((await api.raw(path)).status).toBe(200);
    expect((await api.raw("/docs/package.json")).status).toBe(404);
  });

  it("needs nobody to log in, and neither does health", async () => {
    expect(await (await api.raw("/health")).json()).toEqual({ status: "ok" });
  });
});

describe("a repeat with the same Idempotency-Key", () => {
  const headers = { "idempotency-key": "retry-1" };
  const body = { ...anna, externalId: "E7", email: "e7@example.com" };

  it("gets the first answer, also when both come at once, and makes nobody twice", async () => {
    const both = await Promise.all([1, 2, 3].map(() => api.call("POST", "/v1/people", { body, headers })));
    expect(new Set(both.map((answer) => answer.body.id)).size).toBe(1);
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it("of a transition answers as the first time, and without the key says that it was made", async () => {
    const manager = await aPerson(api.ctx, "repeat.manager");
    const input = { name: "AI", format: "remote", zone: "Europe/Rome", managers: [manager.id] };
    const { id } = (await api.call("POST", "/v1/programmes", { body: input })).body;
    const advance = (key?: string) =>
      api.call("POST", `/v1/programmes/${id}/phase`, {
        body: { to: "enrolling" },
        ...(key && { headers: { "idempotency-key": key } }),
      });
    expect((await advance("phase-1")).status).toBe(200);
    expect((await advance("phase-1")).body).toMatchObject({ phase: "enrolling", version: 2 });
    expect(await advance()).toMatchObject(problem(409, "conflict"));
  });

  it("and another body is refused", async () => {
    const other = await api.call("POST", "/v1/people", { body: { ...body, name: "Else" }, headers });
    expect(other).toMatchObject(problem(422, "idempotency-key-reused"));
  });
});

describe("a change", () => {
  it("needs the version that the client has read, and loses against a newer one", async () => {
    const made = await api.call("POST", "/v1/people", {
      body: { ...anna, externalId: "E9", email: "e9@example.com" },
    });
    const path = `/v1/people/${made.body.id}`;
    const etag = (await api.call("GET", path)).headers.get("etag") ?? "";
    const change = (headers: Record<string, string>) =>
      api.call("PATCH", path, { body: { site: "Roma" }, headers });
    expect(await change({})).toMatchObject(problem(428, "precondition-required"));
    expect((await change({ "if-match": etag })).headers.get("etag")).toBe('"2"');
    expect(await change({ "if-match": etag })).toMatchObject(problem(412, "precondition-failed"));
  });
});

describe("what is not yours", () => {
  it("answers like what is not there", async () => {
    const hers = await aPerson(api.ctx, "hers");
    await aPerson(api.ctx, "other");
    const body = { name: "AI for leaders", format: "remote", zone: "Europe/Rome", managers: [hers.id] };
    const programme = (await api.call("POST", "/v1/programmes", { body })).body;
    const as = async (sub: string) => ({ as: await api.token({ sub, roles: ["manager"] }) });
    const path = `/v1/programmes/${programme.id}`;
    expect((await api.call("GET", path, await as("hers"))).status).toBe(200);
    const refused = await api.call("GET", path, await as("other"));
    const absent = await api.call("GET", `/v1/programmes/prg_${"0".repeat(26)}`, await as("other"));
    expect([refused.status, refused.body]).toEqual([absent.status, absent.body]);
    expect((await api.call("GET", "/v1/programmes", await as("other"))).body.items).toEqual([]);
    expect(
      (await api.call("GET", `/v1/sessions?programmeId=${programme.id}`, await as("other"))).status,
    ).toBe(404);
  });
});
