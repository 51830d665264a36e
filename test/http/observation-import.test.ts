import type { Id } from "@viceversa/core/ids.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import iconv from "iconv-lite";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aCustomer, aProgramme, problem, tokenOf } from "#test/support/over-http.ts";
import { carryOut } from "../../functions/worker/messages.ts";

let api: Api;
let programme: Programme;
beforeAll(async () => {
  api = await aCustomer();
  return () => api.stop();
});
beforeEach(async () => {
  programme = await aProgramme(api);
});

interface SendOptions {
  readonly as?: string;
  readonly key?: string;
}
const start = async (file: Uint8Array | string, { as = api.admin, key }: SendOptions = {}) => {
  const response = await api.raw(`/v1/observations/imports?programmeId=${programme.id}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${as}`,
      "content-type": "application/octet-stream",
      ...(key && { "idempotency-key": key }),
    },
    body: typeof file === "string" ? file : new Uint8Array(file),
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  return { status: response.status, body: (await response.json()) as any };
};
const finished = async (id: string) => {
  await api.timeMachine.drain();
  const job = (await api.call("GET", `/v1/jobs/${id}`)).body;
  const errors = (await api.call("GET", `/v1/jobs/${id}/errors?limit=100`)).body.items;
  return { job, errors };
};
const send = async (file: Uint8Array | string) => {
  const { status, body } = await start(file);
  expect(status).toBe(202);
  return finished(body.id);
};
const observations = async () => {
  const items = [];
  let cursor: string | undefined;
  do {
    const query = `programmeId=${programme.id}&limit=100${cursor ? `&cursor=${cursor}` : ""}`;
    const page = (await api.call("GET", `/v1/observations?${query}`)).body;
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
};
const places = (errors: { line: number; column: string }[]) =>
  errors.map(({ line, column }) => [line, column]);
const HEADER = "indicator,scope,date,value,unit,source\n";
const USAGE = "digital-tool-usage,participants,2026-10-31,41.5,percent,Licence server\n";

/** A day for each row: four groups over seven years. */
const manyRows = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const date = new Date(Date.UTC(2026, 10, 20) - Math.floor(at / 4) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const scope = ["participants,mentor", "participants,mentee", "programme,", "comparison,"][at % 4];
    return `digital-tool-usage,${scope},${date},${at % 101},percent,Licence server`;
  });

describe("an import of observations", () => {
  it("takes 10,000 rows but for three, tells line and heading of those, and taken again changes nothing", async () => {
    const rows = manyRows(10_000);
    rows[41] = rows[41]?.replace("percent", "days") ?? "";
    rows[4_999] = rows[4_999]?.replace(/\d{4}-\d\d-\d\d/, "2026-02-30") ?? "";
    rows[9_998] = rows[9_998]?.replace(/,\d+,percent/, ",101,percent") ?? "";
    const file = ["Indicatore,Ambito,Ruolo,Data,Valore,Unità,Fonte", ...rows].join("\n");
    const first = await send(file);
    expect(first.job).toMatchObject({ state: "done", total: 10_000, done: 10_000, failed: 3 });
    expect(places(first.errors)).toEqual([
      [43, "Unità"],
      [5_001, "Data"],
      [10_000, "Valore"],
    ]);
    const taken = await observations();
    expect(taken).toHaveLength(9_997);
    const again = await send(file);
    expect(again).toMatchObject({ job: { state: "done", failed: 3 }, errors: first.errors });
    expect(await observations()).toEqual(taken);
  }, 60_000);

  it("shows how far it has come", async () => {
    const { body } = await start(HEADER + USAGE);
    expect(body).toMatchObject({ kind: "observation-import", state: "queued", total: 1, done: 0 });
    expect((await finished(body.id)).job).toMatchObject({
      state: "done",
      done: 1,
      facts: { programmeId: programme.id, encoding: "UTF-8", delimiter: ",", rows: 1, ignoredColumns: [] },
    });
  });

  it("reads what an Italian spreadsheet writes", async () => {
    const text =
      "Indicatore;Ambito;Data;Valore;Unità di misura;Fonte;Nota;Reparto\r\n" +
      "digital-tool-usage;Partecipanti;31/10/2026;41,5;%;Però;Settimana 44;IT\r\n" +
      "technology-adoption-time;confronto;1.9.2026;30;Giorni;Però;;IT\r\n";
    const { job, errors } = await send(iconv.encode(text, "windows-1252"));
    expect(errors).toEqual([]);
    expect(job.facts).toMatchObject({ delimiter: ";", ignoredColumns: ["Reparto"] });
    expect(await observations()).toHaveLength(2);
    expect(await observations()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          scope: "participants",
          date: "2026-10-31",
          value: 41.5,
          unit: "percent",
          source: "Però",
          note: "Settimana 44",
        }),
        expect.objectContaining({ scope: "comparison", date: "2026-09-01", value: 30, unit: "days" }),
      ]),
    );
  });

  it("takes the unit of a customer's own indicator as it is written there", async () => {
    const input = {
      key: "giorni-persi",
      title: { it: "Giorni persi" },
      description: { it: "Giorni persi nel mese." },
      unit: "giorni",
      direction: "down",
      minimum: 0,
      maximum: 31,
    };
    await api.call("POST", "/v1/indicators", { body: input });
    const { errors } = await send(`${HEADER}giorni-persi,programme,2026-10-31,3,giorni,HR\n`);
    expect(errors).toEqual([]);
    expect(await observations()).toMatchObject([{ unit: "giorni", value: 3 }]);
  });

  it.each([
    ["an indicator that nobody has", "shoe-size,participants,2026-10-31,1,percent,x", "indicator"],
    ["an id that is none", "ind_1,participants,2026-10-31,1,percent,x", "indicator"],
    ["a name of everything as indicator", "constructor,participants,2026-10-31,1,percent,x", "indicator"],
    ["an unknown group", "digital-tool-usage,everybody,2026-10-31,1,percent,x", "scope"],
    ["a name of everything as group", "digital-tool-usage,constructor,2026-10-31,1,percent,x", "scope"],
    ["a day that has not come", "digital-tool-usage,participants,2026-11-25,1,percent,x", "date"],
    ["a day with the month first", "digital-tool-usage,participants,10/31/2026,1,percent,x", "date"],
    ["a value in words", "digital-tool-usage,participants,2026-10-31,NaN,percent,x", "value"],
    ["a value without end", "digital-tool-usage,participants,2026-10-31,Infinity,percent,x", "value"],
    ["a value in powers of ten", "digital-tool-usage,participants,2026-10-31,1e1,percent,x", "value"],
    ["a separator of thousands", 'digital-tool-usage,participants,2026-10-31,"1,234.5",percent,x', "value"],
    ["a value too exact", "digital-tool-usage,participants,2026-10-31,1.234,percent,x", "value"],
    ["no value", "digital-tool-usage,participants,2026-10-31,,percent,x", "value"],
    ["no source", "digital-tool-usage,participants,2026-10-31,1,percent,", "source"],
    ["a cell too few", "digital-tool-usage,participants,2026-10-31,1,percent", "source"],
    [
      "a source of 400 kB",
      `digital-tool-usage,participants,2026-10-31,1,percent,${"x".repeat(400_000)}`,
      "source",
    ],
  ])("takes the other rows where one has %s", async (_, row, column) => {
    const { job, errors } = await send(`${HEADER}${row}\n${USAGE}`);
    expect(places(errors)).toEqual([[2, column]]);
    expect(job).toMatchObject({ state: "done", done: 2, failed: 1 });
    expect(await observations()).toMatchObject([{ value: 41.5 }]);
  });

  it("does not overwrite: another value for a day is listed, from before or from the same file", async () => {
    await send(HEADER + USAGE);
    const changed = USAGE.replace("41.5", "50");
    const next = USAGE.replace("10-31", "11-01");
    const { errors } = await send(`${HEADER}${changed}${next}${next}${next.replace("41.5", "60")}`);
    expect(places(errors)).toEqual([
      [2, "value"],
      [5, "value"],
    ]);
    expect(errors[0].message).toContain("41.5");
    expect((await observations()).map(({ value }) => value)).toEqual([41.5, 41.5]);
  });

  it("that two workers carry out at once takes each row once and lists each error once", async () => {
    const rows = manyRows(60);
    const wrong = "digital-tool-usage,comparison,,2020-01-01,900,percent,x";
    const file = ["indicator,scope,role,date,value,unit,source", ...rows, wrong].join("\n");
    const { body } = await start(file);
    const message = { message: "run-job", jobId: body.id };
    await Promise.all([carryOut(api.ctx, message), carryOut(api.ctx, message)]);
    const { job, errors } = await finished(body.id);
    expect(job).toMatchObject({ state: "done", done: 61, failed: 1 });
    expect(places(errors)).toEqual([[62, "value"]]);
    const taken = await observations();
    expect(taken).toHaveLength(60);
    expect(new Set(taken.map(({ version }) => version))).toEqual(new Set([1]));
  });

  it("that meets another file's at once leaves each day with one value, and tells the other file which", async () => {
    const fileOf = (value: number) => HEADER + USAGE.replace("41.5", String(value));
    const jobs = [await start(fileOf(1)), await start(fileOf(2))];
    await Promise.all(jobs.map(({ body }) => carryOut(api.ctx, { message: "run-job", jobId: body.id })));
    const [one, other] = [await finished(jobs[0]?.body.id), await finished(jobs[1]?.body.id)];
    expect(one.job.failed + other.job.failed).toBe(1);
    expect(await observations()).toMatchObject([{ value: one.job.failed === 0 ? 1 : 2, version: 1 }]);
  });

  it("takes nothing new of an indicator that was retired meanwhile", async () => {
    const input = {
      key: "retired-soon",
      title: { en: "Retired soon" },
      description: { en: "Retired while a file waits." },
      unit: "count",
      direction: "up",
      minimum: 0,
      maximum: 10,
    };
    const { id } = (await api.call("POST", "/v1/indicators", { body: input })).body;
    const { body } = await start(`${HEADER}retired-soon,programme,2026-10-31,3,count,x\n${USAGE}`);
    await api.call("POST", `/v1/indicators/${id}/retirement`);
    const { errors } = await finished(body.id);
    expect(places(errors)).toEqual([[2, "indicator"]]);
    expect(await observations()).toHaveLength(1);
  });

  it("is started, seen and stopped by a manager of the programme, and seen by no other", async () => {
    const manager = (of: Programme) => tokenOf(api, of.managers[0] as Id<"person">, ["manager"]);
    const as = await manager(programme);
    const other = await manager(await aProgramme(api));
    expect((await start(HEADER + USAGE, { as: other })).status).toBe(404);
    const { status, body } = await start(HEADER + USAGE, { as });
    expect(status).toBe(202);
    const path = `/v1/jobs/${body.id}`;
    expect((await api.call("GET", "/v1/jobs", { as })).body.items).toMatchObject([{ id: body.id }]);
    expect((await api.call("GET", "/v1/jobs", { as: other })).body.items).toEqual([]);
    for (const [method, below] of [
      ["GET", ""],
      ["GET", "/errors"],
      ["POST", "/cancellation"],
    ] as const) {
      expect(await api.call(method, path + below, { as: other })).toMatchObject(problem(404, "not-found"));
    }
    expect((await api.call("GET", path, { as })).body.state).toBe("queued");
    expect((await api.call("POST", `${path}/cancellation`, { as })).body.state).toBe("cancelled");
    expect((await finished(body.id)).job).toMatchObject({ state: "cancelled", done: 0 });
    expect(await observations()).toEqual([]);
  });

  it("is one for one idempotency key, and another file or programme is none", async () => {
    const key = `import-${programme.id}`;
    const [one, other] = await Promise.all([start(HEADER + USAGE, { key }), start(HEADER + USAGE, { key })]);
    expect(one.body.id).toBe(other.body.id);
    expect((await start(HEADER + USAGE.replace("41.5", "1"), { key })).status).toBe(422);
    programme = await aProgramme(api);
    expect((await start(HEADER + USAGE, { key })).status).toBe(422);
  });

  it.each([
    ["a binary", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2])],
    ["a file without a unit", HEADER.replace(",unit", "") + USAGE],
    ["two columns of one kind", `value,valore,${HEADER}1,1,${USAGE}`],
    ["a file with nothing in it", HEADER],
    ["nothing", ""],
  ])("refuses %s whole", async (_, file) => {
    expect(await start(file)).toMatchObject(problem(422, "invalid"));
  });

  it("refuses a file for a programme that is over or that nobody has", async () => {
    await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to: "cancelled" } });
    expect(await start(HEADER + USAGE)).toMatchObject(problem(409, "conflict"));
    programme = { ...programme, id: `prg_${"0".repeat(26)}` as Id<"programme"> };
    expect(await start(HEADER + USAGE)).toMatchObject(problem(404, "not-found"));
  });
});
