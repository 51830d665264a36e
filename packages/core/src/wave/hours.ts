import { Invalid } from "../errors.ts";
import type { Instant } from "../time.ts";

/**
 * The hours of a wave that is scheduled now: one that should have opened already opens at once, and its
 * reminders count from then.
 *
 * @throws Invalid  it would close in the past
 */
export function hoursFrom(
  { opensAt, closesAt }: { readonly opensAt: Instant; readonly closesAt: Instant },
  now: Instant,
): { opensAt: Instant; closesAt: Instant } {
  if (closesAt <= now) {
    const issues = [{ path: ["closesAt"], message: "Choose a time to come." }];
    throw new Invalid("This wave would close in the past.", { issues });
  }
  return { opensAt: opensAt < now ? now : opensAt, closesAt };
}
