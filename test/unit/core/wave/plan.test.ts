import { idOf } from "@viceversa/core/ids.ts";
import { Programme, usualRules } from "@viceversa/core/programme/index.ts";
import { dateOf, type Instant, localOf, plus, Zone } from "@viceversa/core/time.ts";
import { isWithinHorizon, pulseWaveId, wavesAhead, wavesFor } from "@viceversa/core/wave/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const id = idOf("programme").parse(`prg_${"0".repeat(26)}`);
const person = idOf("person").parse(`per_${"0".repeat(26)}`);
const NOW = "2026-11-24T09:00:00.000Z" as Instant;
const zones = ["Europe/Rome", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia"];

const programmeOf = (more: object) =>
  Programme.parse({
    id,
    name: "AI for leaders",
    format: "remote",
    zone: "Europe/Rome",
    managers: [person],
    phase: "running",
    paused: false,
    startsOn: "2026-12-07",
    version: 1,
    createdAt: NOW,
    updatedAt: NOW,
    ...more,
  });

const measured = fc.record({
  zone: fc.constantFrom(...zones),
  startsOn: fc.constantFrom("2026-12-07", "2027-02-28", "2027-03-28", "2028-02-29"),
  phase: fc.constantFrom("enrolling", "preparing", "matching", "running"),
  rules: fc
    .record({
      durationWeeks: fc.integer({ min: 1, max: 104 }),
      measurement: fc.record({
        atStart: fc.constantFrom([], ["one", "two"]),
        during: fc.record({
          everyWeeks: fc.integer({ min: 2, max: 52 }),
          instruments: fc.constant(["pulse"]),
        }),
        atEnd: fc.constantFrom([], ["one", "pulse"]),
        afterSessions: fc.boolean(),
        reminders: fc.integer({ min: 0, max: 2 }),
      }),
    })
    .map((rules) => ({ ...usualRules, ...rules })),
});

describe("the waves that a programme's rules ask for", () => {
  it("have ids of their own, are open for a while, in the order in which they open, the same each time", () => {
    fc.assert(
      fc.property(measured, (more) => {
        const waves = wavesFor(programmeOf(more), NOW);
        expect(new Set(waves.map((wave) => wave.id)).size).toBe(waves.length);
        expect(waves.map(({ opensAt }) => opensAt)).toEqual(waves.map(({ opensAt }) => opensAt).sort());
        for (const { opensAt, closesAt, makeBy } of waves) {
          expect(opensAt < closesAt && makeBy <= closesAt && opensAt <= makeBy).toBe(true);
        }
        expect(wavesFor(programmeOf(more), plus(NOW, { hours: 1 }))).toEqual(waves);
      }),
    );
  });

  it("ask one instrument once at a time: a wave is closed before the next with the same one opens", () => {
    fc.assert(
      fc.property(measured, (more) => {
        const byKey = Map.groupBy(wavesFor(programmeOf(more), NOW), ({ instrumentKey }) => instrumentKey);
        for (const [key, waves] of byKey) {
          for (const [at, { opensAt }] of waves.entries()) {
            // A programme of a week or two has its start and its end at one time.
            const isTiny = more.rules.durationWeeks < 3 && key !== "session-pulse";
            const before = waves[at - 1];
            if (before && !isTiny) expect(before.closesAt <= opensAt).toBe(true);
          }
        }
      }),
    );
  });

  it("open at nine in the programme's zone, on a day that is whole weeks from its start while it runs", () => {
    fc.assert(
      fc.property(measured, (more) => {
        for (const { planned, opensAt } of wavesFor(programmeOf(more), NOW)) {
          if (planned.point === "month") continue;
          const zone = Zone.parse(more.zone);
          expect(localOf(opensAt, zone).slice(11)).toBe("09:00");
          const days = (Date.parse(dateOf(opensAt, zone)) - Date.parse(more.startsOn)) / (24 * 3_600_000);
          expect(Math.abs(days % 7)).toBe(0);
        }
      }),
    );
  });

  it("give everybody one question about sessions a month, without a gap from the first day to the last", () => {
    fc.assert(
      fc.property(measured, fc.integer({ min: 0, max: 730 }), (more, days) => {
        const asking = {
          ...more,
          rules: { ...more.rules, measurement: { ...more.rules.measurement, afterSessions: true } },
        };
        const programme = programmeOf(asking);
        const months = wavesFor(programme, NOW).filter(({ planned }) => planned.point === "month");
        for (const [at, month] of months.entries()) {
          expect(months[at + 1]?.opensAt ?? month.closesAt).toBe(month.closesAt);
        }
        const first = months[0]?.opensAt ?? NOW;
        const now = plus(first, { hours: 24 * days });
        const open = months.filter(({ opensAt, closesAt }) => opensAt <= now && now < closesAt);
        expect(open.length).toBeLessThanOrEqual(1);
        for (const wave of open) expect(wave.id).toBe(pulseWaveId(programme, now));
      }),
    );
  });

  it("all come into the horizon by the wakes, one after the other", () => {
    fc.assert(
      fc.property(measured, (more) => {
        const programme = programmeOf(more);
        let now = NOW;
        for (let wakes = 0; wakes < 200; wakes += 1) {
          const [next] = wavesAhead(programme, now);
          if (!next) break;
          expect(next.dueAt > now).toBe(true);
          now = next.dueAt;
        }
        const waves = wavesFor(programme, now);
        expect(waves.filter((wave) => isWithinHorizon(wave, now))).toEqual(waves);
      }),
      { numRuns: 15 },
    );
  });

  it("are none of a draft, of a cancelled programme, or of one whose first day nobody knows", () => {
    const rules = { ...usualRules, measurement: { ...usualRules.measurement, atStart: ["one"] } };
    expect(wavesFor(programmeOf({ rules }), NOW)).toHaveLength(1);
    for (const more of [
      { phase: "draft" },
      { phase: "cancelled" },
      { phase: "archived" },
      { startsOn: undefined },
    ]) {
      expect(wavesFor(programmeOf({ rules, ...more }), NOW)).toEqual([]);
    }
  });
});
