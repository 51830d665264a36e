import {
  isEnrolmentOpen,
  isMatchingOpen,
  meetingPhases,
  type ProgrammePhase,
  programmeLifecycle,
} from "@viceversa/core/programme/index.ts";
import { dateOf, Instant, LocalDate, Zone } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const phases = Object.keys(programmeLifecycle.transitions) as ProgrammePhase[];
const day = (text: string) => LocalDate.parse(text);
const rome = Zone.parse("Europe/Rome");
const at = (text: string) => Instant.parse(text);

const days = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 10, 1 + n)));
const dates = days.map((date) => day(date.toISOString().slice(0, 10)));
const instants = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minute) => at(new Date(Date.UTC(2026, 10, 1) + minute * 60_000).toISOString()));
const zones = fc
  .constantFrom("Europe/Rome", "Pacific/Auckland", "America/New_York")
  .map((z) => Zone.parse(z));

describe("a window of a programme", () => {
  it("follows the phase where nobody has set one", () => {
    const open = phases.filter((phase) => isEnrolmentOpen({ phase, zone: rome }, at("2026-11-24T09:00:00Z")));
    expect(open).toEqual(["enrolling", "preparing", "matching", "running"]);
  });

  it("is never open in a draft and after the end, and never while it is shut", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...phases),
        fc.constantFrom("open", "closed"),
        instants,
        (phase, state, now) => {
          const window = { state } as const;
          const open = isEnrolmentOpen({ phase, zone: rome, enrolment: window }, now);
          expect(open).toBe(state === "open" && meetingPhases.includes(phase));
          expect(isMatchingOpen({ phase, zone: rome, matching: window }, now)).toBe(open);
        },
      ),
    );
  });

  it("is open from its first day to its last, both whole, in the programme's zone", () => {
    fc.assert(
      fc.property(dates, dates, zones, instants, (one, other, zone, now) => {
        const [opensOn, closesOn] = one <= other ? [one, other] : [other, one];
        const programme = {
          phase: "running",
          zone,
          enrolment: { state: "open", opensOn, closesOn },
        } as const;
        const today = dateOf(now, zone);
        expect(isEnrolmentOpen(programme, now)).toBe(opensOn <= today && today <= closesOn);
      }),
    );
  });

  it("opens at midnight of the programme's zone and not of ours", () => {
    const enrolment = { state: "open", opensOn: day("2026-12-01"), closesOn: day("2026-12-01") } as const;
    const isOpen = (now: string) => isEnrolmentOpen({ phase: "enrolling", zone: rome, enrolment }, at(now));
    expect(isOpen("2026-11-30T22:59:59Z")).toBe(false);
    expect(isOpen("2026-11-30T23:00:00Z")).toBe(true);
    expect(isOpen("2026-12-01T22:59:59Z")).toBe(true);
    expect(isOpen("2026-12-01T23:00:00Z")).toBe(false);
  });

  it("of enrolment says nothing of matching", () => {
    const programme = { phase: "running", zone: rome, enrolment: { state: "closed" } } as const;
    expect(isMatchingOpen(programme, at("2026-11-24T09:00:00Z"))).toBe(true);
  });
});
