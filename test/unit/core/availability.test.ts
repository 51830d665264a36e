import { isOpenTo } from "@viceversa/core/participant/index.ts";
import { Instant, Zone } from "@viceversa/core/time.ts";
import { describe, expect, it } from "vitest";

const tuesday = (from: string, to: string) => ({ weekday: 2, from, to });
/** A Tuesday, in Rome an hour later. */
const at = (time: string, minutes = 60) => ({
  start: Instant.parse(`2026-12-01T${time}:00Z`),
  minutes,
  zone: Zone.parse("Europe/Rome"),
});

describe("the hours of a week in which somebody can meet", () => {
  it("hold a session from their first minute to their last, on her clock", () => {
    expect(isOpenTo([tuesday("10:00", "11:00")], at("09:00"))).toBe(true);
    expect(isOpenTo([tuesday("10:00", "11:00")], at("09:05"))).toBe(false);
    expect(isOpenTo([tuesday("10:00", "11:00")], at("08:55"))).toBe(false);
    expect(isOpenTo([{ ...tuesday("10:00", "11:00"), weekday: 3 }], at("09:00"))).toBe(false);
  });

  it("hold one that begins in some and goes on in those that touch, whatever their order", () => {
    const touching = [tuesday("11:00", "12:00"), tuesday("10:00", "11:00")];
    expect(isOpenTo(touching, at("09:50", 30))).toBe(true);
    expect(isOpenTo([tuesday("11:10", "12:00"), tuesday("10:00", "11:00")], at("09:50", 30))).toBe(false);
  });

  it("hold none over midnight, and none when there are no hours", () => {
    expect(isOpenTo([tuesday("22:00", "23:59")], at("22:30"))).toBe(false);
    expect(isOpenTo([], at("09:00"))).toBe(false);
  });
});
