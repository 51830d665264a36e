import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Format, formatNames } from "@viceversa/core/programme/index.ts";
import { reachOf, serveSystem } from "../serve.ts";
import { DEMO_START, type DemoResult, runDemo } from "./run.ts";

/** As large as a minute on two cores allows. */
const PAIRS = 10;
const FORMAT: Format = "remote";
/** So many seconds may pass without a word. */
const SILENCE = 2;

let lastWord = Date.now();
function say(text: string): void {
  lastWord = Date.now();
  process.stdout.write(`${text}\n`);
}

function pairsFrom(text: string): number | undefined {
  if (text === "all") return undefined;
  const pairs = Number(text);
  if (Number.isInteger(pairs) && pairs >= 8 && pairs <= 100) return pairs;
  say(`--people ${text} is neither "all" nor a number of pairs from 8 to 100.`);
  process.exit(1);
}

const isFormat = (name: string): name is Format => formatNames.some((format) => format === name);

function formatFrom(name: string): Format {
  if (isFormat(name)) return name;
  say(`--format ${name} is none of ${formatNames.join(", ")}.`);
  process.exit(1);
}

const HELP = `Half a year of a programme, from its invitations to its report, through the API and the pages.

  npm run demo -- --format <${formatNames.join("|")}>   how people meet; ${FORMAT} when it is left out
  npm run demo -- --people <8 to 100|all>   how many pairs are aimed at; ${PAIRS} when it is left out,
                                    and with "all", everybody who is eligible, in half an hour`;

const { values } = parseArgs({
  options: {
    format: { type: "string", default: FORMAT },
    people: { type: "string", default: String(PAIRS) },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  say(HELP);
  process.exit(0);
}
const format = formatFrom(values.format);
const pairs = pairsFrom(values.people);
const started = Date.now();
const secondsGone = (): number => (Date.now() - started) / 1_000;

/** After some silence, how long it still takes, by how long it has taken: later weeks have more mails than the first. */
function tick(share: number): void {
  if (share < 1 && Date.now() - lastWord > SILENCE * 1_000)
    say(`  about ${Math.ceil((secondsGone() / share) * (1 - share))} s left`);
}

/** Writes the reports where they can be opened, and answers where that is. */
async function keep(reports: DemoResult["reports"]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "viceversa-report-"));
  return Promise.all(
    Object.entries(reports).map(async ([language, html]) => {
      const path = join(folder, `report.${language}.html`);
      await writeFile(path, html);
      return path;
    }),
  );
}

async function summarise({
  people,
  mails,
  perPerson,
  deeds,
  pairings,
  sessions,
  waves,
  reports,
  ...figures
}: DemoResult): Promise<void> {
  const line = (name: string, value: unknown): void => say(`${name.padEnd(28)} ${value}`);
  say("");
  for (const [kind, count] of mails) line(kind, count);
  line("people", `${people} invited, ${format}`);
  line("mails per person", `${perPerson.mean.toFixed(1)} on average, ${perPerson.most} at most`);
  line("pages", `${deeds.answered} answered, ${deeds.completed} completed, ${deeds.tooLate} too late`);
  line("pairings", count(pairings.map(({ state, ending }) => ending ?? state)));
  line(
    "sessions",
    count(sessions.map(({ state, outcome }) => (outcome ? `${state} (${outcome.known})` : state))),
  );
  for (const { instrument, privacy, invited, answered, state } of waves) {
    line(instrument, `${privacy}: ${answered} of ${invited} answered, ${state}`);
  }
  for (const path of await keep(reports)) line("report", path);
  say("");
  for (const missing of figures.lost.slice(0, 10)) say(`lost: ${missing}`);
  say(
    `duplicates ${figures.duplicates} · lost ${figures.lost.length} · after cancel ${figures.afterCancel} · schedules left ${figures.schedulesLeft}`,
  );
  say(`${secondsGone().toFixed(0)} s`);
}

/** How many of each there are. */
function count(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, times]) => `${times} ${name}`).join(", ");
}

const served = await serveSystem({ port: 0, startAt: DEMO_START });
const options = { format, explain: say, say, tick, ...(pairs && { pairs }) };
const result = await runDemo(await reachOf(served), options).finally(served.stop);
await summarise(result);
const { duplicates, lost, afterCancel, schedulesLeft } = result;
process.exit(duplicates + lost.length + afterCancel + schedulesLeft === 0 ? 0 : 1);
