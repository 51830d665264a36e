import type { Context } from "../../context.ts";
import { Invalid } from "../../errors.ts";
import { type Job, startFileJob } from "../../job/index.ts";
import { decode } from "../read-csv/index.ts";
import { readRows } from "./rows.ts";

/** First everybody, then everybody's manager: so that a manager may stand below whom she leads. */
const PASSES = 2;

/** The steps of an import: the rows that cannot be read, the passes over all others, and a look at the whole. */
export const stepsFor = (rows: number): number => 1 + rows * PASSES + 1;

/**
 * Takes a CSV file of people as a job: all rows that fit are taken, the others are listed with line and column.
 * Taking the same file again changes nothing.
 *
 * @param file  at most 4 MB
 * @throws Invalid  the file is no CSV text, or lacks a heading that is needed
 */
export const importPeople = (ctx: Context, file: Uint8Array): Promise<Job> =>
  startFileJob(ctx, { kind: "people-import", operation: "people.import", file }, () => {
    const { text, encoding } = decode(file);
    const { rows, errors, delimiter, ignoredColumns } = readRows(text);
    if (rows.length + errors.length === 0) throw new Invalid("This file has no rows below its headings.");
    return {
      total: stepsFor(rows.length),
      facts: { encoding, delimiter, rows: rows.length, ignoredColumns: [...ignoredColumns] },
    };
  });
