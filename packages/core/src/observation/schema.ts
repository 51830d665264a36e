import { z } from "zod";
import { idOf } from "../ids.ts";
import { Quantity, Unit } from "../indicator/index.ts";
import { Line, Paragraphs } from "../text.ts";
import { Instant, LocalDate } from "../time.ts";

const base = z.object({
  programmeId: idOf("programme"),
  indicatorId: idOf("indicator"),
  scope: z
    .enum(["participants", "programme", "comparison"])
    .describe(
      "Whom it is about: those who take part, the programme as a whole, or a group like the participants that does not take part",
    ),
  role: z
    .enum(["mentor", "mentee"])
    .optional()
    .describe("Only the participants in this role; left out, all of them"),
  date: LocalDate.describe("Its day, in the programme's zone"),
  value: Quantity.describe("In the indicator's unit, within its plausible values and decimals"),
  unit: Unit.describe("The indicator's own unit, said again so that no value in another one slips in"),
  source: Line.describe("Where the value was taken from"),
  note: Paragraphs.min(1, "Give at least one character.")
    .optional()
    .describe("What whoever reads it should know"),
});

export const ObservationInput = z.strictObject(base.shape).superRefine(({ scope, role }, context) => {
  if (role === undefined || scope === "participants") return;
  context.addIssue({
    code: "custom",
    path: ["role"],
    message: "Only participants have a role; leave it out.",
  });
});
export type ObservationInput = z.infer<typeof ObservationInput>;

/** A correction, all of it anew. Of what, for whom and of which day it is stays: that is what it is known by. */
export const ObservationChange = z.strictObject({
  value: base.shape.value,
  unit: base.shape.unit,
  source: base.shape.source,
  note: base.shape.note,
});
export type ObservationChange = z.infer<typeof ObservationChange>;

/**
 * One dated value of an indicator in a programme, for a group. It is never about a single person and has no
 * field that could say whom: the activity of one employee is not for the employer to watch (Italian Statuto dei
 * lavoratori, law 300/1970, art. 4).
 */
export const Observation = base
  .extend({
    id: idOf("observation"),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Observation" });
export type Observation = z.infer<typeof Observation>;
