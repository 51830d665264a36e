import { deriveId } from "@viceversa/core/ids.ts";
import {
  addParticipant,
  listParticipants,
  ParticipantInput,
  ParticipantsRequest,
  transitionParticipant,
} from "@viceversa/core/participant/index.ts";
import { createPerson, type Person, PersonInput } from "@viceversa/core/person/index.ts";
import {
  advanceProgramme,
  createProgramme,
  type Programme,
  ProgrammeInput,
} from "@viceversa/core/programme/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { startEmbeddedTable } from "#test/support/embedded-table.ts";

let ctx: TestContext;
let anna: Person;
let programme: Programme;
beforeEach(async () => {
  const embedded = await startEmbeddedTable();
  ctx = contextOn(embedded.table);
  anna = await person("anna");
  const input = { name: "AI", format: "remote", zone: "Europe/Rome", managers: [anna.id] };
  programme = await createProgramme(ctx, ProgrammeInput.parse(input));
  return () => embedded.stop();
});

const person = (name: string) =>
  createPerson(ctx, PersonInput.parse({ externalId: name, email: `${name}@example.com`, name }));
const open = () => advanceProgramme(ctx, { id: programme.id, to: "enrolling" });
const add = (more: object = {}) =>
  addParticipant(
    ctx,
    ParticipantInput.parse({ programmeId: programme.id, personId: anna.id, mentorCapacity: 1, ...more }),
  );

describe("a person", () => {
  it("is in a programme once, also when she is added twice at once", async () => {
    await open();
    const both = await Promise.allSettled([add(), add()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(add()).rejects.toThrow("already, as invited");
  });

  it("is not added to a programme whose enrolment is not open", async () => {
    await expect(add()).rejects.toThrow("is draft and takes nobody now");
  });

  it("must be in the directory, and the programme must exist", async () => {
    await open();
    await expect(add({ personId: deriveId("person", "x") })).rejects.toMatchObject({ slug: "invalid" });
    await expect(add({ programmeId: deriveId("programme", "x") })).rejects.toMatchObject({
      slug: "not-found",
    });
  });

  it.each([
    ["both mentor and mentee", { menteeCapacity: 1 }],
    ["neither", { mentorCapacity: 0 }],
    ["a mentor without end", { mentorCapacity: 21 }],
  ])("cannot be %s", (_, wrong) => {
    expect(
      ParticipantInput.safeParse({
        programmeId: programme.id,
        personId: anna.id,
        mentorCapacity: 1,
        ...wrong,
      }).success,
    ).toBe(false);
  });
});

describe("a participant", () => {
  beforeEach(open);

  it("goes on after a pause where she was, and nowhere else", async () => {
    const { id } = await add();
    for (const to of ["applied", "approved", "prepared", "paused"] as const)
      await transitionParticipant(ctx, { id, to });
    await expect(transitionParticipant(ctx, { id, to: "active" })).rejects.toMatchObject({
      slug: "conflict",
    });
    const resumed = await transitionParticipant(ctx, { id, to: "resumed" });
    expect(resumed.state).toBe("prepared");
    expect(resumed).not.toHaveProperty("resumesTo");
  });

  it("who withdrew does not come back, and is told so", async () => {
    const { id } = await add();
    await transitionParticipant(ctx, { id, to: "withdrawn" });
    await expect(transitionParticipant(ctx, { id, to: "applied" })).rejects.toThrow("has ended");
  });

  it("is found in the programme's list by her state", async () => {
    await add();
    const inState = async (state: string) =>
      (await listParticipants(ctx, ParticipantsRequest.parse({ programmeId: programme.id, state }))).items
        .length;
    expect([await inState("invited"), await inState("active")]).toEqual([1, 0]);
  });
});
