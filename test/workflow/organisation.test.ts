import { PreconditionFailed } from "@viceversa/core/errors.ts";
import {
  changeOrganisation,
  getOrganisation,
  OrganisationChange,
  OrganisationSetup,
  setUpOrganisation,
} from "@viceversa/core/organisation/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { startEmbeddedTable } from "#test/support/embedded-table.ts";

let ctx: TestContext;
beforeEach(async () => {
  const embedded = await startEmbeddedTable();
  ctx = contextOn(embedded.table);
  return () => embedded.stop();
});

const setup = OrganisationSetup.parse({
  name: "Adventure Works",
  locale: "en",
  zone: "Europe/Rome",
  contact: { name: "Carla Conti", email: "carla@example.com" },
  brandColour: "#0b5cad",
  reportingThreshold: 5,
});
const change = (version: number, what: object) =>
  changeOrganisation(ctx, { version, change: OrganisationChange.parse(what) });

describe("a new stack", () => {
  it("sends nothing until an administrator switches it on", async () => {
    expect(await setUpOrganisation(ctx, setup)).toMatchObject({ sending: "off", notBefore: ctx.clock.now() });
    expect(await change(1, { sending: "on" })).toMatchObject({
      sending: "on",
      name: "Adventure Works",
      version: 2,
    });
  });

  it("has one organisation", async () => {
    await setUpOrganisation(ctx, setup);
    await expect(setUpOrganisation(ctx, setup)).rejects.toThrow("already");
  });

  it("says that it has to be set up", async () => {
    await expect(getOrganisation(ctx)).rejects.toThrow("Set it up first");
    await expect(change(1, { sending: "on" })).rejects.toThrow("Set it up first");
  });
});

describe("the organisation", () => {
  beforeEach(async () => {
    await setUpOrganisation(ctx, setup);
  });

  it("asks for everything to be derived again when sending is switched, and not for a new colour", async () => {
    await change(1, { brandColour: "#112233" });
    expect(ctx.queued).toEqual([]);
    await change(2, { sending: "on" });
    expect(ctx.queued).toHaveLength(1);
  });

  it("is not changed from an older version", async () => {
    await change(1, { name: "One" });
    await expect(change(1, { name: "Two" })).rejects.toThrow(PreconditionFailed);
    expect((await getOrganisation(ctx)).name).toBe("One");
  });

  it.each([2, 0, 2.5])("never reports on groups of %s", (reportingThreshold) => {
    expect(OrganisationChange.safeParse({ reportingThreshold }).success).toBe(false);
  });
});
