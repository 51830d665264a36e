import type { Competence } from "@viceversa/core/competence/index.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  aPerson,
  ifMatch,
  issueAt,
  outcomeOf,
  problem,
  saying,
  tokenOf,
} from "#test/support/over-http.ts";

let api: Api;
beforeAll(async () => {
  api = await aCustomer();
  return () => api.stop();
});

const path = "/v1/competences";
let keys = 0;
/** A competence under a key that nobody has yet, so that tests can share a customer. */
const competenceInput = (more: object = {}) => {
  keys += 1;
  return {
    key: `prompting-${keys}`,
    title: { it: "Scrivere prompt", en: "Writing prompts" },
    description: { it: "Chiedere bene a un’IA.", en: "Asking an AI well." },
    area: { key: "ai", title: { it: "Intelligenza artificiale", en: "Artificial intelligence" } },
    ...more,
  };
};
const create = (more?: object, headers = {}) =>
  api.call("POST", path, { body: competenceInput(more), headers });
const aCompetence = async (more?: object): Promise<Competence> => (await create(more)).body;
const read = (id: string) => api.call("GET", `${path}/${id}`);
const change = (id: string, body: object, version = 1) =>
  api.call("PATCH", `${path}/${id}`, { body, headers: ifMatch(version) });
const retire = (id: string, headers = {}) => api.call("POST", `${path}/${id}/retirement`, { headers });
const list = async (query = ""): Promise<{ items: Competence[]; cursor?: string }> =>
  (await api.call("GET", `${path}${query}`)).body;
const shipped = async (): Promise<Competence> => {
  const [first] = (await list("?kind=soft")).items;
  if (!first) throw new Error("a soft skill is shipped");
  return first;
};

const levels = {
  basic: { en: "I try." },
  intermediate: { en: "I manage." },
  advanced: { en: "I show others." },
  "highly-advanced": { en: "I invent." },
};

/** Reads a whole list page by page; `onPage` sees how many came. */
async function walk(address: string, limit: number, onPage: (size: number) => void = () => {}) {
  const items: { id: string; key: string }[] = [];
  let cursor: string | undefined;
  do {
    const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const { body } = await api.call("GET", `${address}?limit=${limit}${after}`);
    onPage(body.items.length);
    items.push(...body.items);
    cursor = body.cursor;
  } while (cursor !== undefined);
  return items;
}

describe("what can be taught", () => {
  it("is there from the start: DigComp and the soft skills, with levels, source and licence", async () => {
    const { items } = await list("?kind=digital");
    expect(items).toHaveLength(21);
    expect(items[0]).toMatchObject({
      key: "digcomp-1.1",
      kind: "digital",
      state: "active",
      title: { en: "Browsing, searching and filtering information" },
      area: { key: "digcomp-1", title: { en: "Information search, evaluation and management" } },
      levels: { basic: { it: expect.stringMatching(/^Con /), en: expect.stringMatching(/^With /) } },
      source: { version: "3.0", licence: "© European Union, CC BY 4.0" },
    });
    expect((await list("?kind=soft")).items).toHaveLength(4);
  });

  it("is open to whoever takes part, to choose from, but not to be changed", async () => {
    const as = await tokenOf(api, (await aPerson(api)).id);
    const { items } = (await api.call("GET", `${path}?limit=1`, { as })).body;
    expect(await api.call("GET", `${path}/${items[0].id}`, { as })).toMatchObject({ status: 200 });
    const body = competenceInput();
    expect(await api.call("POST", path, { as, body })).toMatchObject(problem(403, "forbidden"));
  });

  it("is listed shipped first, then the customer's own, each once and never more than asked for", async () => {
    const own = [await aCompetence(), await aCompetence(), await aCompetence()].map(({ id }) => id);
    for (const limit of [1, 13, 25, 100]) {
      const sizes: number[] = [];
      const ids = (await walk(path, limit, (size) => sizes.push(size))).map(({ id }) => id);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.slice(0, 25)).toEqual((await list("?limit=25")).items.map(({ id }) => id));
      expect(ids.slice(25)).toEqual(expect.arrayContaining(own));
    }
  });

  it("is found by kind, area, state and change", async () => {
    const area = { key: "crafts", title: { en: "Crafts" } };
    const { id } = await aCompetence({ area });
    const retired = await aCompetence({ area });
    await retire(retired.id);
    const found = async (query: string) => (await list(query)).items.map((one) => one.id).sort();
    expect(await found("?area=crafts")).toEqual([id, retired.id].sort());
    expect(await found("?area=crafts&state=active")).toEqual([id]);
    expect(await found("?kind=own&area=crafts&state=retired")).toEqual([retired.id]);
    expect(await found("?kind=soft&area=crafts")).toEqual([]);
    expect(await found("?area=digcomp-2")).toHaveLength(6);
    expect(await found("?kind=digital&state=retired")).toEqual([]);
    await api.pass({ minutes: 1 });
    const since = encodeURIComponent(api.ports.clock.now());
    expect(await found(`?updatedSince=${since}`)).toEqual([]);
    await change(id, { title: { en: "Carving" } });
    expect(await found(`?updatedSince=${since}`)).toEqual([id]);
  });

  it("ends where the shipped ones end, when only those are asked for", async () => {
    const { items, cursor } = await list("?kind=digital&limit=20");
    expect([items.length, cursor]).toEqual([20, expect.any(String)]);
    const rest = await list(`?kind=digital&limit=20&cursor=${cursor}`);
    expect(rest.items.map(({ key }) => key)).toEqual(["digcomp-5.4"]);
    expect(rest.cursor).toBeUndefined();
    expect((await list("?kind=digital&limit=21")).cursor).toBeUndefined();
  });

  it.each([
    ["an unknown kind", "kind=hard"],
    ["an unknown state", "state=gone"],
    ["a cursor of nothing", `cursor=after:${absentId("cmp")}`],
    ["a cursor of nothing among the shipped ones", `kind=soft&cursor=after:${absentId("cmp")}`],
    ["half an instant", "updatedSince=2026"],
  ])("is not listed by %s", async (_, query) => {
    expect(await api.call("GET", `${path}?${query}`)).toMatchObject(problem(422, "invalid"));
  });
});

describe("a competence of the customer's own", () => {
  it("begins active, and without words of its own has the general ones for each level", async () => {
    const made = await create();
    expect(made).toMatchObject({
      status: 201,
      body: {
        kind: "own",
        state: "active",
        version: 1,
        levels: { basic: { it: "So fare cose semplici con un aiuto o un suggerimento." } },
      },
    });
    expect(made.headers.get("etag")).toBe('"1"');
    expect((await read(made.body.id)).body).toEqual(made.body);
  });

  it("keeps what it says of its levels and where it is from", async () => {
    const source = { work: "Our academy's catalogue", licence: "All rights reserved" };
    expect((await read((await aCompetence({ levels, source })).id)).body).toMatchObject({ levels, source });
  });

  it("has its key alone, also after it has retired", async () => {
    const { id, key } = await aCompetence();
    const data = (state: string) => ({ data: { id, state } });
    expect(await create({ key })).toMatchObject(problem(409, "conflict", data("active")));
    await retire(id);
    expect(await create({ key })).toMatchObject(problem(409, "conflict", data("retired")));
    expect((await read(id)).body.version).toBe(2);
  });

  it("is made once when two administrators choose its key at once", async () => {
    const input = competenceInput();
    const both = await Promise.all([1, 2].map(() => api.call("POST", path, { body: input })));
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(problem(409, "conflict", { data: { id: granted.body.id } }));
  });

  it("is made once when its request is repeated, and the repeat gets the first answer", async () => {
    const body = competenceInput();
    const headers = { "idempotency-key": "prompting" };
    const first = await api.call("POST", path, { body, headers });
    await change(first.body.id, { title: { en: "Changed since" } });
    const again = await api.call("POST", path, { body, headers });
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it.each([
    ["a key of ours", { key: "digcomp-6.1" }, ["key"]],
    ["a key that begins like one of ours", { key: "soft-negotiation" }, ["key"]],
    ["a key in capitals", { key: "Prompting" }, ["key"]],
    ["a key that is too long", { key: "p".repeat(41) }, ["key"]],
    ["an area of ours", { area: { key: "soft", title: { en: "Soft" } } }, ["area", "key"]],
    ["an area without a title", { area: { key: "ai", title: {} } }, ["area", "title"]],
    ["a title in no language", { title: {} }, ["title"]],
    ["a title in a language that nobody is written to in", { title: { en: "A", de: "B" } }, ["title"]],
    ["a title that cannot be seen", { title: { en: "\u200b" } }, ["title", "en"]],
    ["a description that is a book", { description: { en: "x".repeat(501) } }, ["description", "en"]],
    ["three levels of four", { levels: { ...levels, advanced: undefined } }, ["levels", "advanced"]],
    ["a fifth level", { levels: { ...levels, none: { en: "Nothing." } } }, ["levels"]],
    ["a source without its licence", { source: { work: "Somebody's" } }, ["source", "licence"]],
    ["a kind", { kind: "digital" }, []],
  ])("is refused with %s", async (_, more, place) => {
    const before = (await list("?kind=own&limit=100")).items.length;
    expect(await create(more)).toMatchObject(problem(422, "invalid", issueAt(...place)));
    expect((await list("?kind=own&limit=100")).items).toHaveLength(before);
  });
});

describe("a change of a competence", () => {
  it("changes what it names and nothing else", async () => {
    const before = await aCompetence({ levels });
    const title = { it: "Dialogare con un’IA", en: "Talking with an AI" };
    await api.pass({ minutes: 1 });
    const after = await change(before.id, { title });
    expect(after).toMatchObject({ status: 200 });
    const updatedAt = api.ports.clock.now();
    expect(after.body).toEqual({ ...before, title, version: 2, updatedAt });
    expect((await read(before.id)).body).toEqual(after.body);
  });

  it("takes its own levels and its source away, and the general levels count again", async () => {
    const general = (await aCompetence()).levels;
    const { id } = await aCompetence({ levels, source: { work: "Ours", licence: "Ours" } });
    const { body } = await change(id, { levels: null, source: null });
    expect(body.levels).toEqual(general);
    expect(body).not.toHaveProperty("source");
  });

  it("loses against a newer one, and needs to say what it has read", async () => {
    const { id } = await aCompetence();
    const both = await Promise.all([
      change(id, { title: { en: "One" } }),
      change(id, { title: { en: "Two" } }),
    ]);
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(problem(412, "precondition-failed"));
    expect((await read(id)).body).toEqual(granted.body);
    const blind = await api.call("PATCH", `${path}/${id}`, { body: {} });
    expect(blind).toMatchObject(problem(428, "precondition-required"));
  });

  it.each([
    ["its key", { key: "other" }, []],
    ["its state", { state: "retired" }, []],
    ["its title to nothing", { title: null }, ["title"]],
    ["its area to one of ours", { area: { key: "digcomp-1", title: { en: "Mine" } } }, ["area", "key"]],
  ])("never changes %s", async (_, body, place) => {
    const before = await aCompetence();
    expect(await change(before.id, body)).toMatchObject(problem(422, "invalid", issueAt(...place)));
    expect((await read(before.id)).body).toEqual(before);
  });

  it("is refused where the competence is shipped, retired or not there", async () => {
    const { id, key } = await shipped();
    const refusal = { ...saying("of your own"), data: { key, kind: "soft" } };
    expect(await change(id, { title: { en: "Talk" } })).toMatchObject(problem(409, "conflict", refusal));
    const own = await aCompetence();
    await retire(own.id);
    const retired = problem(409, "conflict", { data: { state: "retired" } });
    expect(await change(own.id, { title: { en: "Late" } }, 2)).toMatchObject(retired);
    expect((await read(own.id)).body).toMatchObject({ title: own.title, version: 2 });
    expect(await change(absentId("cmp"), {})).toMatchObject(problem(404, "not-found"));
  });
});

describe("a retired competence", () => {
  it("is offered no more and can still be read where it is used", async () => {
    const { id } = await aCompetence();
    expect(await retire(id)).toMatchObject({ status: 200, body: { id, state: "retired", version: 2 } });
    const offered = (await list("?state=active&limit=100")).items.map((one) => one.id);
    expect(offered).not.toContain(id);
    expect(await read(id)).toMatchObject({ status: 200, body: { state: "retired" } });
  });

  it("has retired once, and a repeat of the request is told so as the first time", async () => {
    const { id } = await aCompetence();
    const headers = { "idempotency-key": `retire-${id}` };
    for (const _ of [1, 2]) {
      expect(await retire(id, headers)).toMatchObject({ status: 200, body: { version: 2 } });
    }
    const data = { state: "retired", allowed: [] };
    expect(await retire(id)).toMatchObject(problem(409, "conflict", { data }));
  });

  it("is never one that a change brought back: of the two at once, the later sees the earlier", async () => {
    const { id } = await aCompetence();
    const [changed] = await Promise.all([change(id, { title: { en: "Meanwhile" } }), retire(id)]);
    const { body } = await read(id);
    expect(body.state).toBe("retired");
    expect(body.title.en).toBe(changed.status === 200 ? "Meanwhile" : "Writing prompts");
  });

  it("is neither a shipped one nor one that nobody has made", async () => {
    const { id, key } = await shipped();
    expect(await retire(id)).toMatchObject(problem(409, "conflict", { data: { key, kind: "soft" } }));
    expect((await read(id)).body.state).toBe("active");
    expect(await retire(absentId("cmp"))).toMatchObject(problem(404, "not-found"));
    expect(await read(absentId("cmp"))).toMatchObject(problem(404, "not-found"));
  });
});

describe("the list of instruments", () => {
  it("begins with the shipped self-assessments and gives no more of them than asked for", async () => {
    const sizes: number[] = [];
    const found = await walk("/v1/instruments", 2, (size) => sizes.push(size));
    expect(Math.max(...sizes)).toBe(2);
    expect(found.map(({ key }) => key)).toEqual([
      "reverse-mentoring-pulse",
      "digital-self-assessment",
      "soft-skills-self-assessment",
      "readiness-self-assessment",
      "session-pulse",
    ]);
  });
});
