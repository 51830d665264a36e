import { z } from "zod";

/**
 * What makes one pair better than another, and how much each counts where the programme says nothing. What a
 * mentee wants to learn counts most; the rest settles between pairs that teach as much.
 */
export const usualWeights = {
  competences: 5,
  generations: 2,
  hours: 2,
  departments: 1,
  interests: 1,
  readiness: 1,
  // Only some formats leave people the choice: whoever runs one of these asks for it.
  preferences: 0,
} as const satisfies Record<string, number>;
export type CriterionName = keyof typeof usualWeights;
export const criterionNames = Object.keys(usualWeights) as [CriterionName, ...CriterionName[]];

/** Ten times as much is as good as alone. */
const MAXIMUM_WEIGHT = 10;
const weight = (name: CriterionName, description: string) =>
  z.number().int().min(0).max(MAXIMUM_WEIGHT).default(usualWeights[name]).describe(description);

const Weights = z
  .strictObject({
    competences: weight("competences", "How much of what the mentee wants to learn the mentor teaches"),
    generations: weight("generations", "How many generations the mentor is younger"),
    hours: weight("hours", "How many hours of a week both can meet in"),
    departments: weight("departments", "That they work in different departments"),
    interests: weight("interests", "What both like to talk about"),
    readiness: weight("readiness", "How ready they have said they are"),
    preferences: weight(
      "preferences",
      "That both like to meet in the same way, at a place or by a link, where the format leaves the choice",
    ),
  })
  .refine((weights) => Object.values(weights).some((one) => one > 0), "Let one of them count at least.")
  .describe("How much each criterion counts; 0 leaves it out");

/** From the youngest of the usual five generations to the oldest, and from the lowest seniority to the highest. */
const MAXIMUM_GENERATION_GAP = 4;
const MAXIMUM_SENIORITY_GAP = 3;

/** How a programme's people are matched. */
export const MatchingRules = z
  .strictObject({
    weights: Weights.prefault({}),
    objective: z
      .enum(["total", "fair"])
      .default("total")
      .describe(
        "After as many pairs as can be: the best sum, or the best weakest pair and then the best sum",
      ),
    formerPairings: z
      .enum(["refused", "allowed"])
      .default("refused")
      .describe("Whether two whose pairing has ended or was declined are matched again"),
    minimumGenerationGap: z
      .number()
      .int()
      .min(0)
      .max(MAXIMUM_GENERATION_GAP)
      .default(0)
      .describe(
        "By how many generations a mentor must be younger than her mentee, or peers be apart; 0 asks for nothing, and whoever has no birth year is kept from nobody",
      ),
    minimumSeniorityGap: z
      .number()
      .int()
      .min(0)
      .max(MAXIMUM_SENIORITY_GAP)
      .default(0)
      .describe(
        "By how many of the directory's four seniorities (junior, intermediate, senior, executive) a mentee must be above her mentor, or peers be apart; 0 asks for nothing, and whoever has none is kept from nobody",
      ),
  })
  .describe("How people are matched");
export type MatchingRules = z.infer<typeof MatchingRules>;

/** What holds where a programme says nothing. */
export const usualMatching: MatchingRules = MatchingRules.parse({});
