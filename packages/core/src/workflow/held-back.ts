import type { DueMail } from "../due/index.ts";
import type { Organisation } from "../organisation/index.ts";
import type { Programme } from "../programme/index.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Why a message that is wanted may not go at all or not now, if it may not: the watermark of a restored stack,
 * the sending switch, or a pause of its programme.
 */
export function heldBack(
  { organisation, programme }: { readonly organisation: Organisation; readonly programme: Programme },
  { dueAt }: DueMail,
  { evenInPause = false } = {},
): Verdict | undefined {
  if (dueAt < organisation.notBefore) return { verdict: "stale" };
  const held = organisation.sending === "off" || (programme.paused && !evenInPause);
  return held ? { verdict: "held back" } : undefined;
}
