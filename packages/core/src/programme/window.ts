import { z } from "zod";
import { dateOf, type Instant, LocalDate, type Zone } from "../time.ts";
import { meetingPhases, type ProgrammePhase } from "./lifecycle.ts";

/** When something of a programme is open, beside its phase. Days are those of the programme's zone. */
export const Window = z
  .strictObject({
    state: z.enum(["open", "closed"]).describe("Closed shuts it whatever the days are"),
    opensOn: LocalDate.optional().describe("First day on which it is open; left out, since ever"),
    closesOn: LocalDate.optional().describe(
      "Last day on which it is open; left out, as long as the programme runs",
    ),
  })
  .refine(({ opensOn, closesOn }) => opensOn === undefined || closesOn === undefined || opensOn <= closesOn, {
    path: ["closesOn"],
    message: "A window closes on or after the day on which it opens.",
  });
export type Window = z.infer<typeof Window>;

/** What of a programme says whether its windows are open. */
interface Dated {
  readonly phase: ProgrammePhase;
  readonly zone: Zone;
  readonly enrolment?: Window | undefined;
  readonly matching?: Window | undefined;
}

/** A draft and what has ended are never open; in between a window says when, and without one it is open. */
function isOpen({ phase, zone }: Dated, window: Window | undefined, now: Instant): boolean {
  if (!meetingPhases.includes(phase)) return false;
  if (window === undefined) return true;
  const today = dateOf(now, zone);
  return !hasClosed(window, zone, now) && (window.opensOn ?? today) <= today;
}

/** Whether a window is shut and will not open by itself. */
export const hasClosed = (window: Window | undefined, zone: Zone, now: Instant): boolean =>
  window !== undefined &&
  (window.state === "closed" || (window.closesOn !== undefined && window.closesOn < dateOf(now, zone)));

/** Whether a programme takes participants at an instant; late ones too, while it runs. */
export const isEnrolmentOpen = (programme: Dated, now: Instant): boolean =>
  isOpen(programme, programme.enrolment, now);

/** Whether people of a programme are paired at an instant; again too, while it runs. */
export const isMatchingOpen = (programme: Dated, now: Instant): boolean =>
  isOpen(programme, programme.matching, now);
