import { createHash } from "node:crypto";
import { commit, once } from "../../commit.ts";
import type { Context } from "../../context.ts";
import { Invalid } from "../../errors.ts";
import { mintSortable } from "../../ids.ts";
import { Job, jobItem, jobLifecycle, jobRef, keepFile } from "../../job/index.ts";
import { absent, put } from "../../table.ts";
import { decode } from "../read-csv/index.ts";
import { readRows } from "./rows.ts";

/** First everybody, then everybody's manager: so that a manager may stand below whom she leads. */
export const PASSES = 2;

const OPERATION = "people.import";

/**
 * Takes a CSV file of people as a job: all rows that fit are taken, the others are listed with line and column.
 * Taking the same file again changes nothing.
 *
 * @param file  at most 4 MB
 * @throws Invalid  the file is no CSV text, or lacks a heading that is needed
 */
export function importPeople(ctx: Context, file: Uint8Array): Promise<Job> {
  const input = createHash("sha256").update(file).digest("base64url");
  return once(ctx, OPERATION, input, () => start(ctx, file, input));
}

async function start(ctx: Context, file: Uint8Array, input: string): Promise<Job> {
  const { text, encoding } = decode(file);
  const { rows, errors, delimiter, ignoredColumns } = readRows(text);
  if (rows.length + errors.length === 0) throw new Invalid("This file has no rows below its headings.");
  const now = ctx.clock.now();
  const job: Job = {
    id: mintSortable(ctx.ids, "job"),
    kind: "people-import",
    state: jobLifecycle.initial,
    total: rows.length * PASSES + 1,
    done: 0,
    failed: 0,
    facts: { encoding, delimiter, rows: rows.length, ignoredColumns: [...ignoredColumns] },
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  await keepFile(ctx, job.id, file);
  await commit(ctx, {
    changes: [put(jobItem(job), absent)],
    audit: {
      action: "people.import-started",
      subject: { type: "job", id: job.id },
      facts: { rows: rows.length },
    },
    marks: [jobRef(job.id)],
    idempotency: { operation: OPERATION, input, result: job },
  });
  return Job.parse(job);
}
