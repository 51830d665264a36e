import { invariant } from "../../invariant.ts";
import { Instant } from "../../time.ts";
import { instrumentIdOf } from "../items.ts";
import type { Instrument, InstrumentInput } from "../schema.ts";
import { digitalSelfAssessment } from "./digital-self-assessment.ts";
import { readinessSelfAssessment } from "./readiness-self-assessment.ts";
import { reverseMentoringPulse1 } from "./reverse-mentoring-pulse/version-1.ts";
import { reverseMentoringPulse2 } from "./reverse-mentoring-pulse/version-2.ts";
import { sessionPulse } from "./session-pulse.ts";
import { softSkillsSelfAssessment } from "./soft-skills-self-assessment.ts";

const asShipped = (input: InstrumentInput, publishedAt: string): Instrument => ({
  ...input,
  id: instrumentIdOf(input),
  origin: "shipped",
  createdAt: Instant.parse(publishedAt),
});

/** The newest version of a shipped instrument. */
export function shippedInstrument(key: string): Instrument {
  const found = shippedInstruments.find((instrument) => instrument.key === key);
  invariant(found, `the instrument ${key} is shipped`);
  return found;
}

/** The instruments that every stack has, the newest version first. A version that was shipped never changes. */
export const shippedInstruments: readonly Instrument[] = [
  asShipped(reverseMentoringPulse2, "2026-11-25T00:00:00Z"),
  asShipped(reverseMentoringPulse1, "2026-11-24T00:00:00Z"),
  asShipped(digitalSelfAssessment, "2026-11-24T00:00:00Z"),
  asShipped(softSkillsSelfAssessment, "2026-11-24T00:00:00Z"),
  asShipped(readinessSelfAssessment, "2026-11-24T00:00:00Z"),
  asShipped(sessionPulse, "2026-11-24T00:00:00Z"),
];
