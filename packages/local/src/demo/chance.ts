import { createHash } from "node:crypto";

/**
 * A number in [0, 1) that the same parts always give. What a person of the demo does depends on who she is and what
 * she is asked, and not on the order in which things happen.
 */
export function chance(...parts: readonly (string | number)[]): number {
  return createHash("sha256").update(JSON.stringify(parts)).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** One of several, the same for the same parts. */
export function oneOf<T>(choices: readonly T[], ...parts: readonly (string | number)[]): T {
  return choices[Math.floor(chance(...parts) * choices.length)] as T;
}
