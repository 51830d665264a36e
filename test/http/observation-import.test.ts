import type { Id } from "@viceversa/core/ids.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import type { Table } from "@viceversa/core/table.ts";
import iconv from "iconv-lite";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  everyObservation,
  finishedImport,
  HEADINGS,
  indicatorInput,
  placesOf,
  rowsOf,
  type StartOptions,
  startImport,
} from "#test/support/observation.ts";
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

const start = (file: Uint8Array | string, options?: StartOptions) =>
  startImport(api, programme, file, options);
const send = async (file: Uint8Array | string) => {
  const { status, body } = await start(file);
  expect(status).toBe(202);
  return finishedImport(api, body.id);
};
const observations = () => everyObservation(api, programme);
const HEADER = "indicator,scope,date,value,unit,source\n";
const USAGE = "digital-tool-usage,participants,2026-10-31,41.5,percent,Licence server\n";

describe("an import of observations", () => {
  it("takes a file of several stretches but for its bad rows, and taken again changes nothing", async () => {
    const rows = rowsOf(1_050);
    rows[41] = rows[41]?.replace("percent", "days") ?? "";
    rows[1_042] = rows[1_042]?.replace(/,\d+,percent/, ",101,percent") ?? "";
    const file = ["Indicatore,Ambito,Ruolo,Data,Valore,Unità,Fonte", ...rows].join("\n");
    const { job, errors } = await send(file);
    expect(job).toMatchObject({ state: "done", total: 1_050, done: 1_050, failed: 2 });
    expect(placesOf(errors)).toEqual([
      [43, "Unità"],
      [1_044, "Valore"],
    ]);
    const taken = await observations();
    expect(taken).toHaveLength(1_048);
    expect(await send(file)).toMatchObject({ job: { state: "done", failed: 2 }, errors });
    expect(await observations()).toEqual(taken);
  });

  it("goes on where a crash has broken it off", async () => {
    const { body } = await start([HEADINGS, ...rowsOf(60)].join("\n"));
    const { table } = api.ctx;
    let transactions = 0;
    const crashing: Table = {
      get: (key) => table.get(key),
      getMany: (keys) => table.getMany(keys),
      query: (spec) => table.query(spec),
      write: (write) => table.write(write),
      async transact(writes) {
        transactions += 1;
        if (transactions === 3) throw new Error("crash");
        return table.transact(writes);
      },
    };
    const message = { message: "run-job", jobId: body.id };
    await expect(carryOut({ ...api.ctx, table: crashing }, message)).rejects.toThrow("crash");
    expect(await observations()).toHaveLength(40);
    expect((await finishedImport(api, body.id)).job).toMatchObject({ state: "done", done: 60, failed: 0 });
    expect(await observations()).toHaveLength(60);
  });

  it("shows how far it has come", async () => {
    const { body } = await start(HEADER + USAGE);
    expect(body).toMatchObject({ kind: "observation-import", state: "queued", total: 1, done: 0 });
    expect((await finishedImport(api, body.id)).job).toMatchObject({
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
    const body = indicatorInput({ key: "giorni-persi", unit: "giorni" });
    await api.call("POST", "/v1/indicators", { body });
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
    expect(placesOf(errors)).toEqual([[2, column]]);
    expect(job).toMatchObject({ state: "done", done: 2, failed: 1 });
    expect(await observations()).toMatchObject([{ value: 41.5 }]);
  });

  it("does not overwrite: another value for a day is listed, from before or from the same file", async () => {
    await send(HEADER + USAGE);
    const changed = USAGE.replace("41.5", "50");
    const next = USAGE.replace("10-31", "11-01");
    const { errors } = await send(`${HEADER}${changed}${next}${next}${next.replace("41.5", "60")}`);
    expect(placesOf(errors)).toEqual([
      [2, "value"],
      [5, "value"],
    ]);
    expect(errors[0].message).toContain("41.5");
    expect((await observations()).map(({ value }) => value)).toEqual([41.5, 41.5]);
  });

  it("that two workers carry out at once takes each row once and lists each error once", async () => {
    const wrong = "digital-tool-usage,comparison,,2020-01-01,900,percent,x";
    const file = [HEADINGS, ...rowsOf(60), wrong].join("\n");
    const { body } = await start(file);
    const message = { message: "run-job", jobId: body.id };
    await Promise.all([carryOut(api.ctx, message), carryOut(api.ctx, message)]);
    const { job, errors } = await finishedImport(api, body.id);
    expect(job).toMatchObject({ state: "done", done: 61, failed: 1 });
    expect(placesOf(errors)).toEqual([[62, "value"]]);
    const taken = await observations();
    expect(taken).toHaveLength(60);
    expect(new Set(taken.map(({ version }) => version))).toEqual(new Set([1]));
  });

  it("that meets another file's at once leaves each day with one value, and tells the other file which", async () => {
    const fileOf = (value: number) => HEADER + USAGE.replace("41.5", String(value));
    const jobs = [await start(fileOf(1)), await start(fileOf(2))];
    await Promise.all(jobs.map(({ body }) => carryOut(api.ctx, { message: "run-job", jobId: body.id })));
    const [one, other] = [
      await finishedImport(api, jobs[0]?.body.id),
      await finishedImport(api, jobs[1]?.body.id),
    ];
    expect(one.job.failed + other.job.failed).toBe(1);
    expect(await observations()).toMatchObject([{ value: one.job.failed === 0 ? 1 : 2, version: 1 }]);
  });

  it("takes nothing new of an indicator that was retired meanwhile", async () => {
    const input = indicatorInput();
    const { id } = (await api.call("POST", "/v1/indicators", { body: input })).body;
    const { body } = await start(`${HEADER}${input.key},programme,2026-10-31,3,tickets,x\n${USAGE}`);
    await api.call("POST", `/v1/indicators/${id}/retirement`);
    const { errors } = await finishedImport(api, body.id);
    expect(placesOf(errors)).toEqual([[2, "indicator"]]);
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
    expect((await finishedImport(api, body.id)).job).toMatchObject({ state: "cancelled", done: 0 });
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
