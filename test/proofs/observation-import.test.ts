import { beforeAll, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  everyObservation,
  finishedImport,
  placesOf,
  rowsOf,
  startImport,
} from "#test/support/observation.ts";
import { aCustomer, aProgramme } from "#test/support/over-http.ts";

let api: Api;
beforeAll(async () => {
  api = await aCustomer();
  return () => api.stop();
});

describe("an import of 10,000 observations", () => {
  it("takes all but the three bad rows, tells line and heading of those, and again changes nothing", async () => {
    const programme = await aProgramme(api);
    const rows = rowsOf(10_000);
    rows[41] = rows[41]?.replace("percent", "days") ?? "";
    rows[4_999] = rows[4_999]?.replace(/\d{4}-\d\d-\d\d/, "2026-02-30") ?? "";
    rows[9_998] = rows[9_998]?.replace(/,\d+,percent/, ",101,percent") ?? "";
    const file = ["Indicatore,Ambito,Ruolo,Data,Valore,Unità,Fonte", ...rows].join("\n");
    const taken = async () => {
      const { body } = await startImport(api, programme, file);
      const began = performance.now();
      const { job, errors } = await finishedImport(api, body.id);
      console.log(`10,000 rows in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
      expect(job).toMatchObject({ state: "done", total: 10_000, done: 10_000, failed: 3 });
      expect(placesOf(errors)).toEqual([
        [43, "Unità"],
        [5_001, "Data"],
        [10_000, "Valore"],
      ]);
      return everyObservation(api, programme);
    };
    const first = await taken();
    expect(first).toHaveLength(9_997);
    expect(await taken()).toEqual(first);
  });
});
