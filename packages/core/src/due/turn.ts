import type { Id } from "../ids.ts";

/** How far turns are spread at most: a reminder has its hour. */
const LONGEST_SECONDS = 64;
/** So many letters of an id tell when its turn is; the next turn takes those after them. */
const LETTERS = 4;

/**
 * In how many seconds a mail comes again that has found the rate used up `missed` times: some second, which its id
 * tells, of a window that doubles each time. If all came again in the next second, a backlog of n mails would be looked
 * at n² times.
 *
 * M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog 2015: full jitter.
 */
export function secondsUntilTurn(id: Id<"due">, missed: number): number {
  const window = Math.min(LONGEST_SECONDS, 2 ** missed);
  const letters = id.slice(id.indexOf("_") + 1);
  const at = (missed * LETTERS) % (letters.length - LETTERS);
  return 1 + (Number.parseInt(letters.slice(at, at + LETTERS), 36) % window);
}
