import { DUE_PREFIX } from "@viceversa/core/due/index.ts";
import { WORK_SHARDS } from "@viceversa/core/entity.ts";
import { deriveId } from "@viceversa/core/ids.ts";
import { advanceProgramme } from "@viceversa/core/programme/index.ts";
import { cancelSession, moveSession, SessionMove } from "@viceversa/core/session/index.ts";
import { expect, vi } from "vitest";
import { callsOfEachShape, type Fault, Faults } from "./faults.ts";
import { anAcceptedPairing, anOpenProgramme, anOrganisation } from "./programme.ts";
import { type Stage, startStage } from "./stage.ts";

const attendees = ["bruno.mentee@example.com", "zoe.mentor@example.com"];

/** A pair meets twice: the first session is moved, the second called off. Then everything must have come to rest. */
async function run(fault?: Fault): Promise<{ shapes: string[]; trace: string[]; faults: string[] }> {
  const faults = new Faults(fault);
  const stage = await startStage({ between: faults.between });
  try {
    await anOrganisation(stage.ctx);
    const programme = await anOpenProgramme(stage.ctx);
    const { id } = await anAcceptedPairing(stage.ctx, programme, 2);
    await stage.pass({ hours: 3 });
    const [first, second] = [deriveId("session", id, 1, 1), deriveId("session", id, 1, 2)];
    const to = SessionMove.parse({ localStart: "2026-12-04T10:00", zone: "Europe/Rome" });
    await moveSession(stage.ctx, { id: first, version: 1, to });
    await stage.pass({ hours: 3 });
    await cancelSession(stage.ctx, { id: second });
    await stage.pass({ days: 18 });
    for (const phase of ["preparing", "matching", "running", "completed"] as const) {
      await advanceProgramme(stage.ctx, { id: programme.id, to: phase });
    }
    await stage.pass({ days: 1 });
    const shapes = [...faults.shapes];
    // What failed at the very end comes to rest as well.
    await stage.pass({ hours: 1 });
    return { shapes, ...(await judge(stage, first, second)) };
  } finally {
    await stage.stop();
  }
}

async function judge(stage: Stage, first: string, second: string) {
  const mails = await stage.mails();
  const trace = mails.map(({ to, subject, calendar }) =>
    [to, calendar ? `${calendar.method} ${calendar.uid.slice(0, 30)} ${calendar.sequence}` : subject].join(
      " ",
    ),
  );
  const faults = trace.filter((line, at) => trace.indexOf(line) !== at).map((line) => `twice: ${line}`);
  for (const to of attendees) {
    const mine = mails.filter((mail) => mail.to === to);
    const last = (id: string) => mine.findLast(({ calendar }) => calendar?.uid.startsWith(id))?.calendar;
    if (last(first)?.method !== "REQUEST" || last(first)?.sequence !== 1)
      faults.push(`calendar of ${to}: moved`);
    if (last(second)?.method !== "CANCEL") faults.push(`calendar of ${to}: cancelled`);
    const reminders = mine.filter(({ kind }) => kind === "reminder");
    if (reminders.length !== 1) faults.push(`${reminders.length} reminders to ${to}`);
    const order = mine
      .filter(({ calendar }) => calendar?.uid.startsWith(second))
      .map(({ calendar }) => calendar?.method);
    if (order.indexOf("CANCEL") !== order.length - 1) faults.push(`after the cancellation: ${order}`);
  }
  for (let shard = 0; shard < WORK_SHARDS; shard += 1) {
    const { items } = await stage.ctx.table.query({ index: "work", partition: `work#${shard}`, limit: 100 });
    for (const { pk, sk } of items)
      faults.push(`left: ${pk.split("#")[0]} ${sk.startsWith(DUE_PREFIX) ? "due" : sk}`);
  }
  const { queues, schedules } = stage.cloud;
  for (const name of ["due", "bulk", "mail-events"]) {
    if (queues.count(name) > 0) faults.push(`messages left on ${name}`);
    if (queues.count(`${name}-dead-letters`) > 0) faults.push(`dead letters of ${name}`);
  }
  if (schedules.names().join() !== "sweep") faults.push(`schedules left: ${schedules.names()}`);
  return { trace, faults };
}

/** Tells the story once for the first and the last call of each shape, and crashes the worker there. */
export async function expectNothingLost(when: Fault["when"]): Promise<void> {
  const clean = await run();
  expect(clean.faults).toEqual([]);
  const theirs = clean.trace.filter((line) => attendees.some((to) => line.startsWith(to)));
  expect(theirs).toHaveLength(2 * 6);
  // Each message that fails is logged; here they fail on purpose.
  vi.spyOn(console, "error").mockImplementation(() => {});
  const found: string[] = [];
  for (const call of callsOfEachShape(clean.shapes)) {
    const { faults } = await run({ call, when });
    found.push(...faults.map((fault) => `${when} ${clean.shapes[call - 1]?.slice(0, 200)}: ${fault}`));
  }
  expect(found).toEqual([]);
}
