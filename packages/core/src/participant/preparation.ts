import { z } from "zod";
import { Instant } from "../time.ts";

/** What a participant has done to prepare herself; a manager decides with it whether she is ready. */
export const Preparation = z.object({
  agreement: z
    .object({ version: z.number().int(), signedAt: Instant })
    .optional()
    .describe("Which text she has signed, and when"),
  readiness: z
    .object({
      instrumentId: z.string(),
      score: z.number().min(0).max(1).describe("Mean of her answers, 0 the lowest and 1 the highest"),
      answeredAt: Instant,
    })
    .optional()
    .describe("Her own assessment of how ready she is"),
});
export type Preparation = z.infer<typeof Preparation>;

/** The steps of preparation that are still open. */
export const openSteps = ({ agreement, readiness }: Preparation = {}): ("agreement" | "readiness")[] => [
  ...(agreement ? [] : (["agreement"] as const)),
  ...(readiness ? [] : (["readiness"] as const)),
];
