import { Conflict } from "../errors.ts";
import type { Instant } from "../time.ts";
import { meetingPhases } from "./lifecycle.ts";
import type { Programme } from "./schema.ts";
import { isMatchingOpen } from "./window.ts";

/** @throws Conflict  nobody is matched in this programme now */
export function requireMatchingOpen(programme: Programme, now: Instant): void {
  if (isMatchingOpen(programme, now)) return;
  const { phase, matching } = programme;
  throw meetingPhases.includes(phase)
    ? new Conflict("The matching of this programme is closed today. Change its window first.", {
        phase,
        matching,
      })
    : new Conflict(`This programme is ${phase}; nobody is matched in it.`, { phase, meetingPhases });
}
