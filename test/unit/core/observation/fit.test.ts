import { misfitsOf } from "@viceversa/core/observation/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const indicator = { key: "hours", unit: "hours", minimum: -1_000_000_000, maximum: 1_000_000_000 };
const decimals = fc.integer({ min: 0, max: 3 });
const digits = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const placesOf = (value: number, more: object) =>
  misfitsOf({ value, unit: "hours" }, { ...indicator, decimals: 0, ...more }).map(({ path }) => path[0]);

describe("a value", () => {
  it("with as many decimals as its indicator has, or fewer, is taken as it is written", () => {
    fc.assert(
      fc.property(decimals, decimals, digits, (has, given, number) => {
        const value = Number(`${number}e-${given}`);
        const written = value.toString().split(".")[1]?.length ?? 0;
        expect(placesOf(value, { decimals: has })).toEqual(written > has ? ["value"] : []);
      }),
    );
  });

  it("is plausible from the minimum to the maximum, both included, and nowhere else", () => {
    fc.assert(
      fc.property(digits, digits, digits, (value, one, other) => {
        const [minimum, maximum] = [Math.min(one, other), Math.max(one, other)];
        const fits = value >= minimum && value <= maximum;
        expect(placesOf(value, { minimum, maximum })).toEqual(fits ? [] : ["value"]);
        expect(placesOf(minimum, { minimum, maximum })).toEqual([]);
        expect(placesOf(maximum, { minimum, maximum })).toEqual([]);
      }),
    );
  });
});
