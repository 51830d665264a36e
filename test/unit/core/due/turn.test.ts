import { createHash } from "node:crypto";
import { secondsUntilTurn } from "@viceversa/core/due/index.ts";
import type { Id } from "@viceversa/core/ids.ts";
import { describe, expect, it } from "vitest";

const PER_SECOND = 14;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const idOf = (at: number) =>
  `due_${Array.from(createHash("sha256").update(String(at)).digest().subarray(0, 26), (byte) => ALPHABET[byte & 31]).join("")}` as Id<"due">;

/** Lets a backlog come again second by second until all have gone at the rate. */
function passed(backlog: number): { readonly looks: number; readonly seconds: number } {
  const coming = new Map([[0, Array.from({ length: backlog }, (_, at) => ({ id: idOf(at), missed: 0 }))]]);
  let [looks, gone, second] = [0, 0, 0];
  for (; gone < backlog; second += 1) {
    const here = coming.get(second) ?? [];
    coming.delete(second);
    looks += here.length;
    gone += Math.min(PER_SECOND, here.length);
    for (const { id, missed } of here.slice(PER_SECOND)) {
      const at = second + secondsUntilTurn(id, missed + 1);
      coming.set(at, [...(coming.get(at) ?? []), { id, missed: missed + 1 }]);
    }
  }
  return { looks, seconds: second };
}

describe("the turns of mails that have found the rate used up", () => {
  it.each([14, 100, 1_500, 5_000])(
    "let a backlog of %d go, with few looks and little lost of the rate",
    (backlog) => {
      const { looks, seconds } = passed(backlog);
      const fewest = Math.ceil(backlog / PER_SECOND);
      expect(looks).toBeLessThan(backlog * 12);
      expect(seconds).toBeLessThan(2 * fewest + 60);
    },
  );

  it("are never further off than a minute or so", () => {
    for (let missed = 1; missed < 40; missed += 1) {
      const seconds = secondsUntilTurn(idOf(missed), missed);
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(64);
    }
  });
});
