import { deriveId } from "@viceversa/core/ids.ts";
import { createPerson, type Person, PersonInput } from "@viceversa/core/person/index.ts";
import {
  advanceProgramme,
  createProgramme,
  formats,
  getProgramme,
  ProgrammeInput,
  pauseProgramme,
} from "@viceversa/core/programme/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { startEmbeddedTable } from "#test/support/embedded-table.ts";

let ctx: TestContext;
let manager: Person;
beforeEach(async () => {
  const embedded = await startEmbeddedTable();
  ctx = contextOn(embedded.table);
  manager = await createPerson(
    ctx,
    PersonInput.parse({ externalId: "1", email: "hr@example.com", name: "Carla Conti" }),
  );
  return () => embedded.stop();
});

const input = (more: object = {}) =>
  ProgrammeInput.parse({
    name: "AI for leaders",
    format: "remote",
    zone: "Europe/Rome",
    managers: [manager.id],
    ...more,
  });

describe("a programme", () => {
  it("begins as a draft with a reminder a day before each session", async () => {
    expect(await createProgramme(ctx, input())).toMatchObject({
      phase: "draft",
      paused: false,
      reminderLeadMinutes: 1_440,
    });
  });

  it.each(Object.entries(formats).filter(([, { available }]) => !available))(
    "in the format %s is refused for now",
    (format) => {
      const { error } = ProgrammeInput.safeParse({ ...input(), format });
      expect(error?.issues).toMatchObject([
        { path: ["format"], message: "Not yet: choose in-person or remote." },
      ]);
    },
  );

  it("needs managers from the directory and names those who are not", async () => {
    const stranger = deriveId("person", "stranger");
    const refused = createProgramme(ctx, input({ managers: [manager.id, stranger] }));
    await expect(refused).rejects.toMatchObject({
      data: { issues: [{ message: expect.stringContaining(stranger) }] },
    });
  });

  it("goes only where its phase leads, and says where that is", async () => {
    const { id } = await createProgramme(ctx, input());
    await expect(advanceProgramme(ctx, { id, to: "running" })).rejects.toMatchObject({
      slug: "conflict",
      data: { state: "draft", allowed: ["enrolling", "cancelled"] },
    });
    expect(await getProgramme(ctx, id)).toMatchObject({ phase: "draft", version: 1 });
    expect(await advanceProgramme(ctx, { id, to: "enrolling" })).toMatchObject({
      phase: "enrolling",
      version: 2,
    });
  });

  it("advances once when two managers press at once", async () => {
    const { id } = await createProgramme(ctx, input());
    const both = await Promise.allSettled([1, 2].map(() => advanceProgramme(ctx, { id, to: "enrolling" })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("asks for its due work to be derived again when it is paused and when it resumes, once each", async () => {
    const { id } = await createProgramme(ctx, input());
    for (const paused of [true, true, false, false]) await pauseProgramme(ctx, { id, paused });
    expect(ctx.queued).toHaveLength(2);
    expect(await getProgramme(ctx, id)).toMatchObject({ paused: false, version: 3 });
  });

  it("that nobody has made is not found", async () => {
    await expect(advanceProgramme(ctx, { id: deriveId("programme"), to: "enrolling" })).rejects.toMatchObject(
      { slug: "not-found" },
    );
  });
});
