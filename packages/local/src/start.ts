import { fromEpoch, LocalTime, localOf, startOf, Zone } from "@viceversa/core/time.ts";
import PostalMime from "postal-mime";
import { DataInUse } from "./data-lock.ts";
import { ApiClient } from "./demo/client.ts";
import { type Company, setUpCompany } from "./demo/company.ts";
import { PortTaken, reachOf, type Served, serveSystem } from "./serve.ts";

const PORT = Number(process.env["PORT"] || 3000);
const DATA = process.env["DATA"];
/** How often the virtual clock follows the wall's. */
const TICK_MILLISECONDS = 500;
const DAY = 86_400_000;
const ROME = Zone.parse("Europe/Rome");

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function requireRuntime(): void {
  if (process.versions.node.startsWith("24.")) return;
  say(`This needs Node 24 and runs on ${process.versions.node}. Run "npm ci" and then "npm start".`);
  process.exit(1);
}

async function open(): Promise<Served> {
  if (!Number.isInteger(PORT) || PORT < 0 || PORT > 65_535) {
    say(`PORT=${process.env["PORT"]} is no port. Choose a number from 1 to 65535, or 0 for any free one.`);
    process.exit(1);
  }
  try {
    return await serveSystem({ port: PORT, startAt: Date.now(), ...(DATA && { path: DATA }) });
  } catch (error) {
    if (error instanceof DataInUse) {
      say(error.message);
      process.exit(1);
    }
    if (!(error instanceof PortTaken)) throw error;
    const other = await serveSystem({ port: 0, startAt: Date.now() });
    const { port } = new URL(other.url);
    await other.stop();
    say(`${error.message} Choose another, for instance: PORT=${port} npm start`);
    process.exit(1);
  }
}

/** Time passes as outside, and what is due happens; the time machine makes jumps. */
function follow({ system }: Served): NodeJS.Timeout {
  let last = Date.now();
  return setInterval(() => {
    const now = Date.now();
    const target = system.cloud.clock.milliseconds() + (now - last);
    last = now;
    system.timeMachine.moveTo(target).catch((error: unknown) => say(`The queues do not drain: ${error}`));
  }, TICK_MILLISECONDS);
}

/** Six o'clock in Rome on the day of an instant: an hour by which people would ask for answers. */
function eveningOf(at: number): string {
  const day = localOf(fromEpoch(at), ROME).slice(0, "2026-11-24".length);
  return startOf(LocalTime.parse(`${day}T18:00`), ROME);
}

async function seed(served: Served, api: ApiClient): Promise<Company> {
  const { system } = served;
  const now = system.cloud.clock.milliseconds();
  const day = (at: number): string => new Date(at).toISOString();
  const company = await setUpCompany(
    api,
    {
      pairs: 6,
      sessions: 6,
      plannedFrom: day(now + 2 * DAY).slice(0, 16),
      programme: "Digital natives, seasoned leaders",
    },
    { progress: (text) => say(`  ${text}`), settle: () => system.timeMachine.drain() },
  );
  await api.post("/v1/waves", {
    programmeId: company.programme.id,
    instrumentId: company.instrumentId,
    privacy: "confidential",
    opensAt: day(now),
    closesAt: eveningOf(now + 14 * DAY),
  });
  // SES takes so many mails a second; a minute is enough for all of them.
  await system.timeMachine.moveTo(system.cloud.clock.milliseconds() + 60_000);
  return company;
}

/** The first questionnaire that was mailed. */
async function questionnaireLink({ system }: Served): Promise<string | undefined> {
  for (const { raw } of system.cloud.mailbox.mails({ limit: 1_000 })) {
    const { text = "" } = await PostalMime.parse(Buffer.from(raw, "latin1"));
    const link = /http\S+\/p\/questionnaire\/\S+/.exec(text)?.[0];
    if (link) return link;
  }
  return undefined;
}

async function table(served: Served, api: ApiClient): Promise<[string, string][]> {
  const { url, issuer } = served;
  const people = await api.all("/v1/people");
  const [programme] = (await api.get("/v1/programmes")).items;
  const manager = people.find(({ id }) => id === programme?.managers[0]);
  const participant = people.find(({ externalId }) => externalId === "GENERATED-001");
  const link = await questionnaireLink(served);
  return [
    ["api", `${url}/v1`],
    ["docs", `${url}/docs`],
    ["inbox", `${url}/inbox`],
    ["time machine", `${url}/time`],
    ...(link ? ([["questionnaire", link]] as [string, string][]) : []),
    ["admin token", await issuer.token({ sub: "admin", roles: ["admin"] })],
    ["manager token", await issuer.token({ sub: manager?.externalId ?? "manager", roles: ["manager"] })],
    ["participant token", await issuer.token({ sub: participant?.externalId ?? "participant" })],
  ];
}

requireRuntime();
const served = await open();
say(`Viceversa answers at ${served.url}.`);
let clock: NodeJS.Timeout | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    clearInterval(clock);
    await served.stop();
    process.exit(0);
  });
}
const api = new ApiClient(await reachOf(served));
const isNew = (await api.get("/v1/organisation").catch(() => undefined)) === undefined;
if (isNew) {
  say("Seeding Adventure Works and a small programme:");
  await seed(served, api);
}
for (const [name, value] of await table(served, api)) say(`${name.padEnd(18)} ${value}`);
clock = follow(served);
