import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import {
  type CriterionName,
  criterionNames,
  formatNames,
  MatchingRules,
  Place,
  Role,
  Venue,
} from "../programme/index.ts";
import { LocalText, Paragraphs } from "../text.ts";
import { Instant, LocalDate } from "../time.ts";
import { UNKNOWN } from "./criterion.ts";
import { ruleCodes } from "./hard-rules.ts";
import { matchingRunLifecycle } from "./lifecycle.ts";

/** Locks that could not be kept and are named in a run; more are counted only. */
export const MAXIMUM_DROPPED_NAMED = 50;

/** It is stored with a pair, of which one query reads many. */
const MAXIMUM_OVERRIDE_REASON = 1_000;

const Share = z.number().min(0).max(1);
/** Two peers stand in the order of their ids. */
const pair = { mentorId: idOf("participant"), menteeId: idOf("participant") };

export const RuleCode = z.enum(ruleCodes).describe("What stands between two; says no more than its name");

/** A mentor and a mentee, as an address names them. */
export const PairAddress = z.object(pair);
export type PairAddress = z.infer<typeof PairAddress>;

const byCriterion = Object.fromEntries(
  // A criterion that came after a proposal says nothing of its pairs.
  criterionNames.map((name) => [name, Share.default(UNKNOWN)]),
) as Record<CriterionName, ReturnType<typeof Share.default>>;

/** What became of a pair when its run was published. */
const Publication = z.discriminatedUnion("state", [
  z.object({ state: z.literal("published"), pairingId: idOf("pairing") }),
  z.object({
    state: z.literal("skipped"),
    reasons: z
      .array(z.union([RuleCode, z.literal("no-date")]))
      .describe("What has come between them meanwhile"),
  }),
]);
export type Publication = z.infer<typeof Publication>;

/** A pair of a proposal. */
export const ProposedPair = z
  .object({
    ...pair,
    score: Share.describe("The weighted mean of its criteria"),
    criteria: z.object(byCriterion).describe("What each criterion says; for managers only"),
    locked: z.boolean().describe("Another run keeps it"),
    origin: z.enum(["solver", "manager"]).describe("Who has put it into the proposal"),
    warnings: z.array(RuleCode).describe("Rules that a manager or an administrator has set aside for it"),
    override: z
      .object({ reason: z.string(), at: Instant })
      .optional()
      .describe("Why an administrator has set the reporting line aside for it"),
    publication: Publication.optional().describe("Absent until it is published or skipped"),
  })
  .meta({ id: "ProposedPair" });
export type ProposedPair = z.infer<typeof ProposedPair>;

const Obstacle = z.enum([...ruleCodes, "others-preferred", "nobody-there"]);

/** Somebody who could be matched, and in how many pairs of a proposal she is. */
export const Seat = z
  .object({
    participantId: idOf("participant"),
    role: Role,
    places: z.number().int().describe("Pairs that she has room for"),
    taken: z.number().int().describe("Pairs that she is in"),
    obstacles: z
      .partialRecord(Obstacle, z.number().int())
      .describe(
        "Why the run has put her into no pair: with how many of the other side each reason stands; others-preferred counts those with whom she could be paired; none where a manager has removed her pair",
      ),
  })
  .meta({ id: "MatchingSeat" });
export type Seat = z.infer<typeof Seat>;

/** What the solver found, and what proves that there is nothing better. */
const Result = z.object({
  mentors: z.number().int().describe("Mentors who were prepared and had room"),
  mentees: z.number().int().describe("Mentees who were prepared and had room"),
  peers: z.number().int().optional().describe("In a peer programme: who was prepared and had room"),
  lockedPairs: z.number().int().describe("Pairs that were kept from the run before"),
  droppedLocks: z
    .array(z.object({ ...pair, reasons: z.array(RuleCode) }))
    .describe(`Locks that could not be kept, and why; the first ${MAXIMUM_DROPPED_NAMED}`),
  proof: z
    .object({
      objective: MatchingRules.shape.objective.unwrap(),
      matched: z.number().int().describe("Pairs beside the locked ones"),
      pairsBound: z.number().int().describe("No proposal beside the locked pairs has more"),
      totalScore: z.number().describe("Sum of their scores"),
      totalBound: z.number().describe("No proposal of as many pairs has a greater sum"),
      weakestScore: z.number().nullable(),
    })
    .describe("Checked by a second program after the solver; see `proof` of the run's summary in words"),
});

/** What makes people free again, so that a run begins by itself. */
export const RematchCause = z.enum(["decline", "withdrawal", "unwinding"]);
export type RematchCause = z.infer<typeof RematchCause>;

/** A pairing of which members are free again, and the run that began by itself because of it. */
export const Freed = z.object({
  pairingId: idOf("pairing"),
  memberId: idOf("participant").optional().describe("Who has left a group that goes on"),
  participants: z.array(idOf("participant")),
  after: RematchCause,
  freedAt: Instant,
  runId: idOf("matchingRun").optional(),
});
export type Freed = z.infer<typeof Freed>;

const base = z.object({
  id: idOf("matchingRun"),
  programmeId: idOf("programme"),
  format: z.enum(formatNames).describe("The programme's, which says who makes a pair"),
  state: stateIn(matchingRunLifecycle),
  jobId: idOf("job").describe("The job that proposes"),
  basedOn: idOf("matchingRun").optional().describe("The run whose locks it keeps"),
  after: RematchCause.optional().describe(
    "What has freed people, so that it began by itself; absent where somebody has started it",
  ),
  rules: MatchingRules.describe("How people were matched when it began"),
  result: Result.optional().describe("Absent until it is proposed"),
  failure: z.string().optional().describe("Why there is no proposal"),
  publicationJobId: idOf("job").optional().describe("The job that publishes"),
  firstDay: LocalDate.optional().describe("Pairs that are published meet on or after this day"),
  venue: Venue.optional().describe("Where pairs meet of whom nobody has named a place or a link"),
  inPersonVenue: Place.optional().describe(
    "In blended: where pairs meet in person of whom nobody has named a place",
  ),
  version: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
});

/** A run as it is stored; `proposal` names the attempt whose pairs count. */
export const StoredRun = base.extend({ proposal: z.string().optional() });
export type StoredRun = z.infer<typeof StoredRun>;

/** A run as a list shows it. */
export const MatchingRun = base.meta({ id: "MatchingRun" });
export type MatchingRun = z.infer<typeof MatchingRun>;

/** A run with what its pairs come to as they are now, hand edits included. */
export const MatchingRunView = base
  .extend({
    summary: z
      .object({
        pairs: z.number().int(),
        locked: z.number().int(),
        byHand: z.number().int().describe("Pairs that a manager has put"),
        unmatched: z.object({
          mentors: z.number().int(),
          mentees: z.number().int(),
          peers: z.number().int().optional(),
        }),
        obstacles: z
          .array(z.object({ reason: Obstacle, people: z.number().int() }))
          .describe("What stood in the way of those who are in no pair, and of how many of them"),
        distribution: z
          .array(z.number().int())
          .describe("Pairs by score, in ten steps: from 0 to under 0.1, and so on"),
        weakest: z.array(ProposedPair).describe("The pairs with the lowest scores"),
        published: z.number().int(),
        skipped: z.number().int().describe("Pairs that could not be published; the list of pairs says why"),
        proof: LocalText.describe("Why there is no better proposal, in words"),
      })
      .optional()
      .describe("Absent until it is proposed"),
  })
  .meta({ id: "MatchingRunWithSummary" });
export type MatchingRunView = z.infer<typeof MatchingRunView>;

/** Why an administrator pairs two whom the reporting line keeps apart. */
export const OverrideInput = z.strictObject({
  reason: Paragraphs.min(1, "Say why: it is kept with the pair.").max(MAXIMUM_OVERRIDE_REASON),
});
export type OverrideInput = z.infer<typeof OverrideInput>;

/** What a manager says when she keeps two apart. */
export const ForbiddenPairInput = z.strictObject({
  reason: Paragraphs.default("").describe("Read by managers of the programme only"),
});
export const ForbiddenPair = z
  .object({ ...pair, reason: z.string(), forbiddenAt: Instant })
  .meta({ id: "ForbiddenPair" });
export type ForbiddenPair = z.infer<typeof ForbiddenPair>;

/** How a run is published. */
export const PublicationInput = z.strictObject({
  venue: Venue.describe("Where pairs meet of whom nobody has named a place or a link of the format's kind"),
  inPersonVenue: Place.optional().describe(
    "In blended: where pairs meet in person of whom nobody has named a place; `venue` is a link then",
  ),
  firstDay: LocalDate.optional().describe(
    "First sessions are on or after this day; left out, a week from now, so that both can answer before",
  ),
});
export type PublicationInput = z.infer<typeof PublicationInput>;
