import { shippedInstruments, subscaleScores } from "@viceversa/core/instrument/index.ts";
import { type ParticipantState, participantLifecycle } from "@viceversa/core/participant/index.ts";
import {
  generationMixOf,
  levelIn,
  meetingsOf,
  participationOf,
  standingOf,
} from "@viceversa/core/report/index.ts";
import type { SessionState } from "@viceversa/core/session/index.ts";
import { fromEpoch, type Instant } from "@viceversa/core/time.ts";
import { type CountedResponse, releaseTables } from "@viceversa/core/wave/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const NOW = "2026-11-24T09:00:00.000Z" as Instant;
const K = 5;

describe("how far people have come", () => {
  const states = Object.keys(participantLifecycle.transitions) as ParticipantState[];
  const someone = fc.record({
    state: fc.constantFrom(...states),
    resumesTo: fc.constantFrom("approved", "prepared", "active" as const),
  });

  it("counts everybody once by her state, and never more at a step than at the one before", () => {
    fc.assert(
      fc.property(fc.array(someone), (participants) => {
        const { n, now, reached } = participationOf(participants as Parameters<typeof participationOf>[0], {
          isOver: false,
        });
        expect(n).toBe(participants.length);
        expect(Object.values(now).reduce((sum, count) => sum + count, 0)).toBe(n);
        expect(reached[0]?.people).toBe(n);
        const people = reached.map((step) => step.people);
        expect(people).toEqual(people.toSorted((one, other) => other - one));
      }),
    );
  });
});

describe("the mix of generations", () => {
  const names = fc.array(fc.constantFrom("x", "z", "millennials", undefined), { maxLength: 60, size: "max" });

  it("shows no generation under the threshold, and leaves none to be computed", () => {
    fc.assert(
      fc.property(names, (generations) => {
        const { n, groups } = generationMixOf(generations, K);
        const shown = groups.flatMap((group) => (group.kind === "shown" ? [group.people] : []));
        expect(shown.every((people) => people >= K)).toBe(true);
        const rest = n - shown.reduce((sum, people) => sum + people, 0);
        expect(shown.length === 0 || rest === 0 || rest >= K).toBe(true);
      }),
    );
  });
});

describe("the sessions of a programme", () => {
  const session = fc.record({
    state: fc.constantFrom<SessionState>("planned", "held", "missed", "cancelled"),
    known: fc.constantFrom("confirmed", "recorded", "assumed", "disputed" as const),
    hours: fc.integer({ min: -500, max: 500 }),
    notice: fc.integer({ min: -10, max: 200 }),
    by: fc.constantFrom("mentor", "mentee", "gone", undefined),
  });

  it("are each counted in one place, and each cancellation with one notice", () => {
    fc.assert(
      fc.property(fc.array(session), (all) => {
        const start = (hours: number) => fromEpoch(Date.parse(NOW) + hours * 3_600_000);
        const sessions = all.map(({ state, known, hours, notice, by }) => ({
          state,
          start: start(hours),
          ...(state === "cancelled" && { cancelledAt: start(hours - notice) }),
          ...(state === "held" && { outcome: { known, confirmedBy: [], deniedBy: [] } }),
          ...(by && { cancelledBy: by }),
        }));
        const roleOf = (id: string) => (id === "gone" ? undefined : (id as "mentor"));
        const meetings = meetingsOf(sessions as never, { roleOf, roles: ["mentor", "mentee"], now: NOW });
        const { planned, waiting, held, missed, cancelled, n } = meetings;
        const heldInAll = held.confirmed + held.recorded + held.assumed + held.disputed;
        expect(n).toBe(heldInAll + missed + waiting);
        const calledOff = cancelled.reduce((sum, one) => sum + one.sessions, 0);
        expect(n + planned + calledOff).toBe(all.length);
        for (const one of cancelled) {
          expect(one.underOneDay + one.underThreeDays + one.earlier).toBe(one.sessions);
        }
      }),
    );
  });
});

describe("the level of a dimension", () => {
  const [pulse] = shippedInstruments;
  if (!pulse) throw new Error("an instrument is shipped");
  const keys = pulse.items.flatMap((item) => (item.kind === "scale" ? [item.key] : []));
  const answers = fc
    .array(fc.integer({ min: 1, max: 5 }), { minLength: keys.length, maxLength: keys.length })
    .map((all) => Object.fromEntries(keys.map((key, at) => [key, all[at] ?? 1])));

  it("is the mean of the respondents' own scores, or bounds around it, and nothing under the threshold", () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 20, size: "max" }), (all) => {
        const responses: CountedResponse[] = all.map((one) => ({ answers: one, groups: {} }));
        const tables = releaseTables(pulse, responses, { threshold: K, invited: 20, by: [] });
        const level = levelIn(pulse, tables, "satisfaction");
        expect(level.kind === "suppressed").toBe(all.length < K);
        if (all.length < K) return;
        const scores = all.map((one) => subscaleScores(pulse, one)["satisfaction"] ?? 0);
        const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
        if (level.kind === "exact") expect(Math.abs(level.mean - mean)).toBeLessThan(0.02);
        if (level.kind === "bounds") {
          expect(level.atLeast - 0.02 <= mean && mean <= level.atMost + 0.02).toBe(true);
        }
      }),
    );
  });

  it.each([
    ["up", { kind: "exact", mean: 4 }, "at-target"],
    ["up", { kind: "exact", mean: 3.99 }, "short-of-target"],
    ["down", { kind: "exact", mean: 4 }, "at-target"],
    ["down", { kind: "exact", mean: 4.01 }, "short-of-target"],
    ["up", { kind: "bounds", atLeast: 3, atMost: 5 }, "undecided"],
    ["up", { kind: "bounds", atLeast: 1, atMost: 3 }, "short-of-target"],
    ["down", { kind: "bounds", atLeast: 1, atMost: 4 }, "at-target"],
    ["up", { kind: "suppressed" }, "no-evidence-yet"],
    ["up", undefined, "no-evidence-yet"],
  ] as const)("going %s with %o stands %s beside a target of 4", (direction, level, standing) => {
    const target = { value: 4, direction, unit: { en: "points" } };
    expect(standingOf(target, level)).toBe(standing);
  });
});
