/** States what must be true. A failure is a bug of ours and never an answer to a user. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
