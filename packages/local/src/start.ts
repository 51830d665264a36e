import { DataInUse } from "./data-lock.ts";
import { ApiClient } from "./demo/client.ts";
import { type DeliveredMail, InboxReader } from "./demo/readers.ts";
import { DAY, Story } from "./demo/story.ts";
import { World } from "./demo/world.ts";
import { PortTaken, reachOf, type Served, serveSystem } from "./serve.ts";

const PORT = Number(process.env["PORT"] || 3000);
const DATA = process.env["DATA"];
/** How often the virtual clock follows the wall's. */
const TICK_MILLISECONDS = 500;
/** How far the seeded programme is, and how many pairs it has. */
const SHOWN_WEEK = 12;
const SEEDED_PAIRS = 8;
const MONDAY_MORNING = 8 * 3_600_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function requireRuntime(): void {
  if (process.versions.node.startsWith("24.")) return;
  say(`This needs Node 24 and runs on ${process.versions.node}. Run "npm ci" and then "npm start".`);
  process.exit(1);
}

/** When the programme began whose twelfth week it is now: a Monday at eight, UTC. */
function firstMonday(now: number): number {
  const daysSinceMonday = (new Date(now - MONDAY_MORNING).getUTCDay() + 6) % 7;
  const today = Math.floor((now - MONDAY_MORNING) / DAY) * DAY + MONDAY_MORNING;
  return today - daysSinceMonday * DAY - (SHOWN_WEEK - 1) * 7 * DAY;
}

async function open(startAt: number): Promise<Served> {
  if (!Number.isInteger(PORT) || PORT < 0 || PORT > 65_535) {
    say(`PORT=${process.env["PORT"]} is no port. Choose a number from 1 to 65535, or 0 for any free one.`);
    process.exit(1);
  }
  try {
    return await serveSystem({ port: PORT, startAt, ...(DATA && { path: DATA }) });
  } catch (error) {
    if (error instanceof DataInUse) {
      say(error.message);
      process.exit(1);
    }
    if (!(error instanceof PortTaken)) throw error;
    const other = await serveSystem({ port: 0, startAt });
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

/** Plays the programme from its first week to this one. */
async function seed(served: Served, startedAt: number): Promise<void> {
  const reach = await reachOf(served);
  const world = new World(reach);
  const story = new Story({
    api: new ApiClient(reach),
    world,
    inbox: new InboxReader(world),
    start: startedAt,
    pairs: SEEDED_PAIRS,
    say: (text) => say(`  ${text}`),
  });
  const now = Date.now();
  for (let week = 1; week <= SHOWN_WEEK; week += 1) {
    await story.begin(week);
    await story.pass(week, now);
  }
  await world.moveTo(now);
}

/** The newest link to each page that was mailed. */
function mailedLinks(mails: readonly DeliveredMail[]): Map<string, string> {
  const links = mails.flatMap((mail) => mail.links);
  return new Map(
    links.flatMap((link) => {
      const purpose = /\/p\/([a-z-]+)\//.exec(link)?.[1];
      return purpose ? [[purpose, link] as const] : [];
    }),
  );
}

/** The report, which a manager's page leads to. */
async function reportLink(world: World, manage: string | undefined): Promise<[string, string][]> {
  if (!manage) return [];
  const path = /href="(\.\.\/report\/[^"]+)"/.exec(await (await world.open(manage)).text())?.[1];
  return path ? [["report", new URL(path, manage).href]] : [];
}

async function table(served: Served, api: ApiClient): Promise<[string, string][]> {
  const { url, issuer } = served;
  const people = await api.all("/v1/people");
  const [programme] = (await api.get("/v1/programmes")).items;
  const manager = people.find(({ id }) => id === programme?.managers[0]);
  const participant = people.find(({ externalId }) => externalId === "GENERATED-001");
  const world = new World(await reachOf(served));
  const links = mailedLinks(await new InboxReader(world).read());
  return [
    ["api", `${url}/v1`],
    ["docs", `${url}/docs`],
    ["inbox", `${url}/inbox`],
    ["time machine", `${url}/time`],
    ...links,
    ...(await reportLink(world, links.get("manage"))),
    ["admin token", await issuer.token({ sub: "admin", roles: ["admin"] })],
    ["manager token", await issuer.token({ sub: manager?.externalId ?? "manager", roles: ["manager"] })],
    ["participant token", await issuer.token({ sub: participant?.externalId ?? "participant" })],
  ];
}

requireRuntime();
const startedAt = firstMonday(Date.now());
const served = await open(startedAt);
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
  say(`Playing the first ${SHOWN_WEEK} weeks of a programme at Adventure Works:`);
  await seed(served, startedAt);
}
for (const [name, value] of await table(served, api)) say(`${name.padEnd(18)} ${value}`);
clock = follow(served);
