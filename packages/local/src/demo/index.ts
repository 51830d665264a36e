import { reachOf, serveSystem } from "../serve.ts";
import { DEMO_START, runDemo } from "./run.ts";

const PAIRS = 30;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const started = Date.now();
const served = await serveSystem({ port: 0, startAt: DEMO_START });
const { mails, waves, ...figures } = await runDemo(await reachOf(served), { pairs: PAIRS, say }).finally(
  served.stop,
);
say("");
for (const [kind, count] of mails) say(`${kind.padEnd(24)} ${count}`);
for (const { privacy, invited, answered, state } of waves) {
  say(`${`wave (${privacy})`.padEnd(24)} ${answered} of ${invited} answered, ${state}`);
}
say("");
for (const missing of figures.lost.slice(0, 10)) say(`lost: ${missing}`);
say(
  `duplicates ${figures.duplicates} · lost ${figures.lost.length} · after cancel ${figures.afterCancel} · schedules left ${figures.schedulesLeft}`,
);
say(`${((Date.now() - started) / 1_000).toFixed(0)} s`);
const clean = figures.duplicates + figures.lost.length + figures.afterCancel + figures.schedulesLeft === 0;
process.exit(clean ? 0 : 1);
