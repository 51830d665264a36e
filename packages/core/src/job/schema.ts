import { z } from "zod";
import { idOf } from "../ids.ts";
import { type Lifecycle, stateIn } from "../lifecycle.ts";
import { Instant } from "../time.ts";

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

/** Long work that goes on by sending itself a message, and resumes after a crash where it was. */
export const jobLifecycle: Lifecycle<JobState> = {
  thing: "job",
  initial: "queued",
  attribute: "state",
  transitions: {
    queued: ["running", "cancelled", "failed"],
    running: ["done", "failed", "cancelled"],
    done: [],
    failed: [],
    cancelled: [],
  },
};

export const endedJobStates: readonly JobState[] = ["done", "failed", "cancelled"];

/** Whether a job is over, however it went. */
export const hasJobEnded = ({ state }: { readonly state: JobState }): boolean =>
  endedJobStates.includes(state);

export const Job = z
  .object({
    id: idOf("job"),
    kind: z.enum([
      "people-import",
      "observation-import",
      "participant-invitation",
      "matching-run",
      "matching-publication",
      "person-export",
      "person-erasure",
    ]),
    personId: idOf("person").optional().describe("Whom it is about, where it is about one person"),
    askedBy: z
      .enum(["herself", "administration"])
      .optional()
      .describe("Who asked for an export; what she asks for herself only she reads"),
    state: stateIn(jobLifecycle),
    total: z.number().int().describe("Steps in all"),
    done: z.number().int().describe("Steps carried out"),
    failed: z.number().int().describe("Rows with an error; the errors are listed apart"),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
      .describe("What was found out on the way"),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Job" });
export type Job = z.infer<typeof Job>;

/** Why one row of a file was not taken. */
export const RowError = z
  .object({
    line: z.number().int().describe("Line in the file, from 1"),
    column: z.string().describe("Heading of the column"),
    message: z.string(),
  })
  .meta({ id: "RowError" });
export type RowError = z.infer<typeof RowError>;
