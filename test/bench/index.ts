import { Hono } from "hono";
import { startApi } from "../support/api.ts";
import { anAcceptedPairing, anOpenProgramme, anOrganisation } from "../support/programme.ts";
import { benchCohort } from "./cohort.ts";
import { benchMatching } from "./matching.ts";
import { benchScoring } from "./scoring.ts";
import { benchSolver } from "./solver.ts";

/** How long each operation is repeated, and how often before it counts. */
const SECONDS = 2;
const WARM_UP = 50;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function perSecond(run: () => Promise<unknown>): Promise<number> {
  for (let at = 0; at < WARM_UP; at += 1) await run();
  const from = performance.now();
  let count = 0;
  while (performance.now() - from < SECONDS * 1_000) {
    await run();
    count += 1;
  }
  return count / ((performance.now() - from) / 1_000);
}

const started = performance.now();
const api = await startApi();
await anOrganisation(api.ctx);
const firstAnswer = async () => (await api.raw("/health")).status;
await firstAnswer();
const startUp = performance.now() - started;

const programme = await anOpenProgramme(api.ctx);
const pairing = await anAcceptedPairing(api.ctx, programme);
await api.timeMachine.drain();
const [session] = (await api.call("GET", `/v1/sessions?programmeId=${programme.id}`)).body.items;

const bare = new Hono();
bare.post("/", async (c) => c.json(await c.req.json(), 201));
const baseline = await perSecond(async () => {
  const response = await bare.request("/", {
    method: "POST",
    body: JSON.stringify({ name: "Anna", email: "anna@example.com" }),
    headers: { "content-type": "application/json" },
  });
  return response.text();
});

let counter = 0;
const operations: Record<string, () => Promise<unknown>> = {
  "POST /v1/people (validated, refused)": () =>
    api.call("POST", "/v1/people", { body: { name: "Anna", shoeSize: 38 } }),
  "POST /v1/people": () => {
    counter += 1;
    const body = { externalId: `B${counter}`, email: `b${counter}@example.com`, name: "Anna" };
    return api.call("POST", "/v1/people", { body });
  },
  "GET /v1/sessions/{id}": () => api.call("GET", `/v1/sessions/${session.id}`),
  "GET /v1/sessions (a programme)": () => api.call("GET", `/v1/sessions?programmeId=${programme.id}`),
  "POST /v1/sessions": () => {
    const body = { pairingId: pairing.id, localStart: "2026-12-09T10:00", zone: "Europe/Rome", minutes: 60 };
    return api.call("POST", "/v1/sessions", { body });
  },
};

say(`start-up to the first answer ${startUp.toFixed(0)} ms`);
say(`bare Hono route ${baseline.toFixed(0)} requests/s = 1.00`);
say("");
say(
  `${"operation".padEnd(40)}${"requests/s".padStart(12)}${"ratio".padStart(8)}${"trips".padStart(8)}${"capacity".padStart(10)}`,
);
for (const [name, run] of Object.entries(operations)) {
  const { usage } = api.ports.table;
  usage.reset();
  await run();
  const { roundTrips, capacityUnits } = usage;
  const rate = await perSecond(run);
  say(
    `${name.padEnd(40)}${rate.toFixed(0).padStart(12)}${(rate / baseline).toFixed(3).padStart(8)}${String(roundTrips).padStart(8)}${capacityUnits.toFixed(1).padStart(10)}`,
  );
}
await api.stop();
benchMatching(say);
benchCohort(say);
benchSolver(say);
benchScoring(say);
