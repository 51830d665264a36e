import { mintUnordered } from "@viceversa/core/ids.ts";
import { digestsFor } from "@viceversa/core/programme/index.ts";
import { dayOf, Instant, localOf, plus, Zone } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const ids = { sortable: () => "0".repeat(26), unordered: () => "0".repeat(26) };
const personId = mintUnordered(ids, "person");
const createdAt = Instant.parse("2026-01-01T00:00:00Z");
const programme = { phase: "running" as const, paused: false, pauses: [], managers: [personId] };
const zones = ["Europe/Rome", "America/New_York", "Pacific/Auckland", "Asia/Kolkata"].map((zone) =>
  Zone.parse(zone),
);
const whens = fc.record({
  zone: fc.constantFrom(...zones),
  now: fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }).map((minutes) => plus(createdAt, { minutes })),
});

describe("the digests of a manager", () => {
  it("are due on Mondays at eight on her own clock, all year round, and one a week", () => {
    fc.assert(
      fc.property(whens, (when) => {
        const mails = digestsFor({ personId, createdAt }, programme, when).filter(
          ({ work }) => work === "mail",
        );
        for (const { dueAt } of mails) {
          const local = localOf(dueAt, when.zone);
          expect([dayOf(local).weekday, local.slice(11)]).toEqual([1, "08:00"]);
        }
        expect(new Set(mails.map(({ identity }) => identity["week"])).size).toBe(mails.length);
        expect(mails.some(({ dueAt }) => dueAt > when.now)).toBe(true);
      }),
    );
  });

  it("are looked at again within a week, also in a pause, so that no week is forgotten", () => {
    fc.assert(
      fc.property(whens, fc.boolean(), (when, paused) => {
        const wakes = digestsFor({ personId, createdAt }, { ...programme, paused }, when).filter(
          ({ work }) => work === "wake",
        );
        expect(wakes).toHaveLength(1);
        const dueAt = wakes[0]?.dueAt ?? "";
        expect(dueAt > when.now && dueAt <= plus(when.now, { hours: 7 * 24 + 1 })).toBe(true);
      }),
    );
  });

  it("are the same however often they are derived within their week", () => {
    const monday = Instant.parse("2026-03-30T06:00:00Z");
    const zone = Zone.parse("Europe/Rome");
    const weekOf = (hours: number) =>
      digestsFor({ personId, createdAt }, programme, { zone, now: plus(monday, { hours }) })[0];
    expect(weekOf(0)).toMatchObject({ work: "mail", identity: { week: "2026-W14" }, dueAt: monday });
    for (const hours of [-30, -1, 1, 47]) expect(weekOf(hours)).toEqual(weekOf(0));
    expect(weekOf(49)).toMatchObject({ identity: { week: "2026-W15" } });
  });
});
