import { readFile } from "node:fs/promises";
import iconv from "iconv-lite";
import { beforeEach, describe, expect, it } from "vitest";
import { type Api, startApi } from "#test/support/api.ts";
import { anOrganisation } from "#test/support/programme.ts";

let api: Api;
beforeEach(async () => {
  api = await startApi();
  await anOrganisation(api.ctx);
  return () => api.stop();
});

const send = async (file: Uint8Array | string) => {
  const body = typeof file === "string" ? Buffer.from(file) : file;
  const response = await api.raw("/v1/people/imports", {
    method: "POST",
    headers: { authorization: `Bearer ${api.admin}`, "content-type": "application/octet-stream" },
    body: new Uint8Array(body),
  });
  const answer = (await response.json()) as { id: string; status?: number };
  if (response.status !== 202) return { status: response.status, problem: answer };
  await api.timeMachine.drain();
  const job = (await api.call("GET", `/v1/jobs/${answer.id}`)).body;
  const errors = (await api.call("GET", `/v1/jobs/${answer.id}/errors?limit=100`)).body.items;
  return { status: 202, job, errors };
};
const people = async () => {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = (await api.call("GET", `/v1/people?limit=100${cursor ? `&cursor=${cursor}` : ""}`)).body;
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
};
const HEADER = "externalId,email,name,managerExternalId\n";

describe("an import of people", () => {
  it("takes a real company whole, managers in whatever order they stand", async () => {
    const file = await readFile(
      new URL("../../packages/local/src/adventure-works-people.csv", import.meta.url),
    );
    const { job, errors } = await send(file);
    // Two of its addresses have accents, to which SES cannot send.
    expect(errors.map(({ line, column }: { line: number; column: string }) => [line, column])).toEqual([
      [118, "email"],
      [283, "email"],
    ]);
    expect(job).toMatchObject({
      state: "done",
      failed: 2,
      facts: { rows: 288, delimiter: ",", encoding: "UTF-8" },
    });
    const all = await people();
    expect(all).toHaveLength(288);
    expect(all.filter(({ managerId }) => managerId === undefined)).toHaveLength(1);
    expect(all.find(({ externalId }) => externalId === "14417807")).toMatchObject({
      name: "Guy Gilbert",
      givenName: "Guy",
      birthYear: 1981,
      department: "Production",
      site: "Headquarters",
    });
  });

  it("taken again changes nobody", async () => {
    const file = `${HEADER}1,anna@example.com,Anna,2\n2,bea@example.com,Bea,\n`;
    await send(file);
    const before = await people();
    await send(file);
    expect(await people()).toEqual(before);
    await send(file.replace("Bea", "Beatrice"));
    expect((await people()).map(({ name }) => name).sort()).toEqual(["Anna", "Beatrice"]);
  });

  it("takes all valid rows and tells line and column of each that is not", async () => {
    const { job, errors } = await send(
      `${HEADER}1,anna@example.com,Anna,\n2,no address,Bea,\n3,carla@example.com,,\n4,dora@example.com,Dora,4\n1,eva@example.com,Eva,\n6,ANNA@example.com,Franca,\n7,gina@example.com,Gina,99\n8,ida@example.com,Ida,1\n`,
    );
    expect(job).toMatchObject({ state: "done", failed: 6 });
    expect(errors.map(({ line, column }: { line: number; column: string }) => [line, column])).toEqual([
      [3, "email"],
      [4, "name"],
      [5, "managerExternalId"],
      [6, "externalId"],
      [7, "email"],
      [8, "managerExternalId"],
    ]);
    expect((await people()).map(({ name }) => name).sort()).toEqual(["Anna", "Gina", "Ida"]);
  });

  it("takes managers who report to one another as the file has them, and says how many such circles there are", async () => {
    const rows = "1,anna@example.com,Anna,2\n2,bea@example.com,Bea,1\n3,carla@example.com,Carla,1\n";
    const { job, errors } = await send(HEADER + rows);
    expect(errors).toEqual([]);
    expect(job).toMatchObject({ state: "done", facts: { rows: 3, managerCycles: 1 } });
    const { body } = await api.call("GET", "/v1/people/manager-cycles");
    const names = body.items[0].people.map(({ name }: { name: string }) => name).sort();
    expect([body.total, names]).toEqual([1, ["Anna", "Bea"]]);
  });

  it.each([
    ["with a byte order mark", (text: string) => Buffer.from(`\ufeff${text}`)],
    ["in Windows-1252", (text: string) => iconv.encode(text, "windows-1252")],
    ["in UTF-16, as Excel saves it", (text: string) => iconv.encode(text, "utf-16le", { addBOM: true })],
    ["with semicolons", (text: string) => Buffer.from(text.replaceAll(",", ";"))],
    [
      "with tabs and Windows line ends",
      (text: string) => Buffer.from(text.replaceAll(",", "\t").replaceAll("\n", "\r\n")),
    ],
  ])("reads a file %s", async (_, encoded) => {
    const { job } = await send(
      encoded("Matricola,E-mail,Cognome,Nome\n1,niccolo@example.com,Però,Niccolò\n"),
    );
    expect(job).toMatchObject({ state: "done", failed: 0 });
    expect((await people())[0]).toMatchObject({ externalId: "1", name: "Niccolò Però" });
  });

  it.each([
    ["that Excel tells its delimiter", `sep=;\n${HEADER.replaceAll(",", ";")}1;a@example.com;Anna;\n`],
    ["with an empty line first", `\n${HEADER.replaceAll(",", ";")}1;a@example.com;Anna;\n`],
    ["with mixed line ends", `externalId,email,name\r\n1,a@example.com,Anna\n2,b@example.com,Bea\r\n`],
  ])("reads a file %s", async (_, file) => {
    const { job } = await send(file);
    expect(job).toMatchObject({ state: "done", failed: 0 });
    expect((await people()).map(({ name }) => name)).toContain("Anna");
    expect(await people()).toHaveLength(job.facts.rows);
  });

  it("keeps no copy of a file that was taken, nor of one whose job was cancelled", async () => {
    const { job } = await send(`${HEADER}1,anna@example.com,Anna,\n`);
    const response = await api.raw("/v1/people/imports", {
      method: "POST",
      headers: { authorization: `Bearer ${api.admin}`, "content-type": "text/csv" },
      body: `${HEADER}2,bea@example.com,Bea,\n`,
    });
    const { id } = (await response.json()) as { id: string };
    const chunks = async (jobId: string) =>
      (await api.ctx.table.query({ partition: `job#${jobId}`, sort: { beginsWith: "CHUNK#" }, limit: 10 }))
        .items;
    expect(await chunks(id)).toHaveLength(1);
    await api.call("POST", `/v1/jobs/${id}/cancellation`);
    await api.timeMachine.drain();
    expect([await chunks(job.id), await chunks(id)]).toEqual([[], []]);
  });

  it("takes a file once for one idempotency key, and another file not at all", async () => {
    const start = async (file: string) => {
      const response = await api.raw("/v1/people/imports", {
        method: "POST",
        headers: {
          authorization: `Bearer ${api.admin}`,
          "content-type": "application/octet-stream",
          "idempotency-key": "import-1",
        },
        body: file,
      });
      return { status: response.status, ...((await response.json()) as { id?: string }) };
    };
    const file = `${HEADER}1,a@example.com,Anna,\n`;
    const [one, other] = await Promise.all([start(file), start(file)]);
    expect(one.id).toBe(other.id);
    expect((await start(`${HEADER}2,b@example.com,Bea,\n`)).status).toBe(422);
  });

  it.each([
    ["two columns of one kind", "externalId,email,mail,name\n1,a@example.com,b@example.com,Anna\n", 422],
    ["a binary", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2]), 422],
    ["a file without the headings that it needs", "a,b\n1,2\n", 422],
    ["a file with nobody in it", HEADER, 422],
    ["nothing", "", 422],
    ["more than 4 MB", Buffer.alloc(4 * 1024 * 1024 + 1, "a"), 413],
  ])("refuses %s and takes nobody", async (_, file, status) => {
    expect((await send(file)).status).toBe(status);
    expect(await people()).toEqual([]);
  });

  it("lets a name with 400 kB of text, or with line breaks, pass as an error of its row only", async () => {
    const { errors } = await send(
      `${HEADER}1,a@example.com,${"x".repeat(400_000)},\n2,b@example.com,"Bea\r\nBcc: all@example.com",\n3,c@example.com,Carla,\n`,
    );
    expect(errors.map(({ line }: { line: number }) => line)).toEqual([2, 3]);
    expect((await people()).map(({ name }) => name)).toEqual(["Carla"]);
  });
});

describe("the jobs of a stack", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => `${at},p${at}@example.com,P ${at},\n`).join("");
  const start = async () => {
    const response = await api.raw("/v1/people/imports", {
      method: "POST",
      headers: { authorization: `Bearer ${api.admin}`, "content-type": "application/octet-stream" },
      body: HEADER + rows(3),
    });
    return (await response.json()) as { id: string };
  };
  const states = async (query: string) =>
    (await api.call("GET", `/v1/jobs?${query}`)).body.items.map(({ state }: { state: string }) => state);

  it("are listed by state and by change", async () => {
    await start();
    await api.timeMachine.drain();
    await api.pass({ hours: 1 });
    await start();
    expect(await states("")).toEqual(["done", "queued"]);
    expect(await states("state=done")).toEqual(["done"]);
    expect(await states("updatedSince=2026-11-24T09:30:00Z")).toEqual(["queued"]);
  });

  it("stop where they are when they are cancelled, once, and not after they have ended", async () => {
    const { id } = await start();
    expect((await api.call("POST", `/v1/jobs/${id}/cancellation`)).body.state).toBe("cancelled");
    await api.timeMachine.drain();
    expect(await people()).toEqual([]);
    const again = await api.call("POST", `/v1/jobs/${id}/cancellation`);
    expect(again).toMatchObject({ status: 409, body: { data: { state: "cancelled", allowed: [] } } });
  });
});
