import { randomBytes } from "node:crypto";
import { base32 } from "@viceversa/core/ids.ts";
import type { Clock, Ids } from "@viceversa/core/ports.ts";
import { fromEpoch } from "@viceversa/core/time.ts";

/** The wall clock. */
export const systemClock: Clock = { now: () => fromEpoch(Date.now()) };

const TIME_BYTES = 7;
const RANDOM_BYTES = 10;

/** Ids from the operating system's randomness; the sortable ones are 50 bits of milliseconds and 80 of chance. */
export function systemIds(clock: Clock): Ids {
  return {
    sortable() {
      const milliseconds = BigInt(Date.parse(clock.now()));
      const time = Buffer.from((milliseconds << 6n).toString(16).padStart(TIME_BYTES * 2, "0"), "hex");
      return base32(time, 10) + base32(randomBytes(RANDOM_BYTES), 16);
    },
    unordered: () => base32(randomBytes(17), 26),
  };
}
