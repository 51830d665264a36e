import { indicatorIdOf } from "@viceversa/core/indicator/index.ts";
import type { Observation } from "@viceversa/core/observation/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import type { Api } from "./api.ts";

/** The share of a programme's participants who use a tool, at the end of October. */
export const observationInput = ({ id }: Pick<Programme, "id">, more: object = {}) => ({
  programmeId: id,
  indicatorId: indicatorIdOf("digital-tool-usage"),
  scope: "participants",
  date: "2026-10-31",
  value: 41.5,
  unit: "percent",
  source: "Licence server, monthly export",
  ...more,
});

let indicators = 0;
/** An indicator of the customer's own, which counts tickets up to 500. */
export const indicatorInput = (more: object = {}) => {
  indicators += 1;
  return {
    key: `tickets-${indicators}`,
    title: { it: "Richieste chiuse", en: "Tickets closed" },
    description: { it: "Richieste chiuse nel mese.", en: "Tickets closed in the month." },
    unit: "tickets",
    direction: "up",
    minimum: 0,
    maximum: 500,
    ...more,
  };
};

export const HEADINGS = "indicator,scope,role,date,value,unit,source";

/** Rows of good observations: four groups, a day for each, going back from the twentieth of November 2026. */
export const rowsOf = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const date = new Date(Date.UTC(2026, 10, 20) - Math.floor(at / 4) * 86_400_000).toISOString();
    const scope = ["participants,mentor", "participants,mentee", "programme,", "comparison,"][at % 4];
    return `digital-tool-usage,${scope},${date.slice(0, 10)},${at % 101},percent,Licence server`;
  });

export interface StartOptions {
  readonly as?: string;
  readonly key?: string;
}

/** Hands over a file of a programme's observations, as an administrator unless told otherwise. */
export async function startImport(
  api: Api,
  { id }: Pick<Programme, "id">,
  file: Uint8Array | string,
  { as = api.admin, key }: StartOptions = {},
) {
  const response = await api.raw(`/v1/observations/imports?programmeId=${id}`, {
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
}

/** Lets all work come to rest, and reads a job with its errors. */
export async function finishedImport(api: Api, jobId: string) {
  await api.timeMachine.drain();
  const job = (await api.call("GET", `/v1/jobs/${jobId}`)).body;
  const errors = (await api.call("GET", `/v1/jobs/${jobId}/errors?limit=100`)).body.items;
  return { job, errors };
}

/** All observations of a programme, page by page. */
export async function everyObservation(api: Api, { id }: Pick<Programme, "id">): Promise<Observation[]> {
  const items: Observation[] = [];
  let cursor: string | undefined;
  do {
    const query = `programmeId=${id}&limit=100${cursor ? `&cursor=${cursor}` : ""}`;
    const page = (await api.call("GET", `/v1/observations?${query}`)).body;
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
}

/** Where errors are: line and heading. */
export const placesOf = (errors: readonly { line: number; column: string }[]) =>
  errors.map(({ line, column }) => [line, column]);
