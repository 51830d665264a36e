import { DUE_PREFIX } from "@viceversa/core/due/index.ts";
import { WORK_SHARDS } from "@viceversa/core/entity.ts";
import {
  addParticipant,
  ParticipantInput,
  transitionParticipant,
} from "@viceversa/core/participant/index.ts";
import { advanceProgramme, createProgramme, ProgrammeInput } from "@viceversa/core/programme/index.ts";
import { describe, expect, it, vi } from "vitest";
import { callsOfEachShape, type Fault, Faults } from "#test/support/faults.ts";
import { anOrganisation, aPerson } from "#test/support/programme.ts";
import { type Stage, startStage } from "#test/support/stage.ts";

/** Somebody is invited to three programmes in one evening, and leaves the third at night. */
async function run(fault?: Fault): Promise<{ shapes: string[]; faults: string[] }> {
  const faults = new Faults(fault);
  const stage = await startStage({ between: faults.between });
  try {
    await anOrganisation(stage.ctx);
    const [manager, person] = [await aPerson(stage.ctx, "carla"), await aPerson(stage.ctx, "anna")];
    await stage.pass({ hours: 11 });
    const participants = [];
    for (const name of ["One", "Two", "Three"]) {
      const input = { name, format: "remote", zone: "Europe/Rome", managers: [manager.id] };
      const { id: programmeId } = await createProgramme(
        stage.ctx,
        ProgrammeInput.parse({ ...input, rules: { preparation: "waived" } }),
      );
      await advanceProgramme(stage.ctx, { id: programmeId, to: "enrolling" });
      const taken = { programmeId, personId: person.id, menteeCapacity: 1 };
      participants.push(await addParticipant(stage.ctx, ParticipantInput.parse(taken)));
    }
    await stage.pass({ hours: 3 });
    const [, , third] = participants;
    if (!third) throw new Error("there are three");
    await transitionParticipant(stage.ctx, { id: third.id, to: "withdrawn" });
    await stage.pass({ hours: 20 });
    const shapes = [...faults.shapes];
    // What failed at the very end comes to rest as well.
    await stage.pass({ hours: 24 });
    const [one, two] = participants.map(({ id }) => `apply.${id}.`);
    return {
      shapes,
      faults: await judge(stage, { wanted: [one ?? "", two ?? ""], left: `apply.${third.id}.` }),
    };
  } finally {
    await stage.stop();
  }
}

async function judge(stage: Stage, { wanted, left }: { wanted: string[]; left: string }): Promise<string[]> {
  const faults: string[] = [];
  const links = (await stage.mails("anna@example.com")).flatMap((mail) => mail.links);
  for (const link of wanted) {
    const times = links.filter((one) => one.includes(link)).length;
    if (times !== 1) faults.push(`invited ${times} times to one programme`);
  }
  if (links.some((one) => one.includes(left))) faults.push("invited after she has left");
  for (let shard = 0; shard < WORK_SHARDS; shard += 1) {
    const { items } = await stage.ctx.table.query({ index: "work", partition: `work#${shard}`, limit: 100 });
    const to = stage.ctx.clock.now();
    for (const { pk, sk, workSk } of items) {
      // The reminders of the invitations are still to come.
      if (String(workSk) > to) continue;
      faults.push(`left: ${pk.split("#")[0]} ${sk.startsWith(DUE_PREFIX) ? "due" : sk}`);
    }
  }
  for (const name of ["due", "bulk", "mail-events"])
    if (stage.cloud.queues.count(`${name}-dead-letters`) > 0) faults.push(`dead letters of ${name}`);
  return faults;
}

describe("a crash of the worker, before or after the first and the last call to AWS of each shape,", () => {
  it("loses no mail of a digest, doubles none, and takes none along that is not wanted any more", {
    timeout: 900_000,
  }, async () => {
    const clean = await run();
    expect(clean.faults).toEqual([]);
    // Each message that fails is logged; here they fail on purpose.
    vi.spyOn(console, "error").mockImplementation(() => {});
    const found: string[] = [];
    for (const call of callsOfEachShape(clean.shapes)) {
      for (const when of ["before", "after"] as const) {
        const { faults } = await run({ call, when });
        found.push(...faults.map((fault) => `${when} ${clean.shapes[call - 1]?.slice(0, 200)}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
  });
});
