import { z } from "zod";

/** One figure: exact, or as bounds where it would tell what everybody of the group answered. */
const Figure = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("exact"), mean: z.number(), favourable: z.number() }),
  z.object({ kind: z.literal("bounds"), atLeast: z.number(), atMost: z.number() }),
]);
export type Figure = z.infer<typeof Figure>;

/** A group's figures, by item; a suppressed group has none, not even its size. */
const Cell = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("shown"),
    group: z.string(),
    responses: z.number().int(),
    items: z.record(z.string(), Figure),
  }),
  z.object({ kind: z.literal("suppressed"), group: z.string() }),
]);
export type Cell = z.infer<typeof Cell>;

/** What a wave releases: fixed tables, no cross-tables, nothing under the threshold. */
export const ReleasedTables = z
  .object({
    threshold: z.number().int(),
    invited: z.number().int(),
    responses: z.number().int(),
    kirkpatrickLevel: z.literal(1).describe("Level of evidence: reaction, as people report it themselves"),
    total: Cell,
    by: z.object({
      role: z.array(Cell).optional(),
      generation: z.array(Cell).optional(),
      department: z.array(Cell).optional(),
    }),
    comments: z
      .number()
      .int()
      .describe("How many comments can be read; none when fewer than twice the threshold answered"),
  })
  .meta({ id: "ReleasedTables" });
export type ReleasedTables = z.infer<typeof ReleasedTables>;
