import type { Context } from "../../context.ts";
import { Invalid } from "../../errors.ts";
import type { Id } from "../../ids.ts";
import { type Job, startFileJob } from "../../job/index.ts";
import { getProgramme, hasEnded, openPhases } from "../../programme/index.ts";
import { decode } from "../read-csv/index.ts";
import { readObservations } from "./rows.ts";

/**
 * Takes a CSV file of a programme's observations as a job: all rows that fit are taken, the others are listed
 * with line and column. Taking the same file again changes nothing; a value that differs from the one that is
 * there is listed and not taken.
 *
 * @param file  at most 4 MB; columns indicator (its key), scope, date, value, unit, source, and perhaps role, note
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Conflict  the programme has ended
 * @throws Invalid  the file is no CSV text, or lacks a heading that is needed
 */
export async function importObservations(
  ctx: Context,
  { programmeId, file }: { programmeId: Id<"programme">; file: Uint8Array },
): Promise<Job> {
  const programme = await getProgramme(ctx, programmeId);
  if (!openPhases.includes(programme.phase)) throw hasEnded(programme);
  const what = { kind: "observation-import", operation: "observation.import", file } as const;
  return startFileJob(ctx, { ...what, about: { programmeId } }, () => {
    const { text, encoding } = decode(file);
    const { rows, delimiter, ignoredColumns } = readObservations(text);
    if (rows.length === 0) throw new Invalid("This file has no rows below its headings.");
    return {
      total: rows.length,
      facts: { encoding, delimiter, rows: rows.length, ignoredColumns: [...ignoredColumns] },
    };
  });
}
