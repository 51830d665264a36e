import { commit } from "../../commit.ts";
import type { Context } from "../../context.ts";
import { Conflict } from "../../errors.ts";
import { type Id, idOf } from "../../ids.ts";
import { findIndicators, type Indicator } from "../../indicator/index.ts";
import { advanceJob, type Job, jobRef, type RowError, readFile } from "../../job/index.ts";
import {
  Observation,
  observationIdOf,
  observationItem,
  observationKey,
  stillActive,
} from "../../observation/index.ts";
import { readProgramme } from "../../programme/index.ts";
import { absent, put } from "../../table.ts";
import type { Zone } from "../../time.ts";
import { decode } from "../read-csv/index.ts";
import { compareRows, type Known } from "./compare.ts";
import { type ObservationRow, readObservations, readRow } from "./rows.ts";

/** Rows that one message carries out; the next message goes on. */
const STRETCH = 1_000;
/** Rows that one transaction writes, so that one conflict repeats little. */
const BATCH = 20;
/** Others who enter the same rows make us compare again; more rounds than this is somebody else's turn. */
const MAXIMUM_ROUNDS = 5;

/**
 * Carries an import on by one stretch. Every row is compared with what is stored, so that a stretch that is
 * repeated after a crash changes nothing.
 *
 * @returns whether another stretch is to follow
 */
export async function runObservationImport(ctx: Context, job: Job): Promise<boolean> {
  const programmeId = idOf("programme").parse(job.facts["programmeId"]);
  const { rows, titleOf } = readObservations(decode(await readFile(ctx, job.id)).text);
  const part = rows.slice(job.done, job.done + STRETCH);
  const read = part.map((row) => readRow(row, programmeId));
  const errors = read.flatMap((one) => ("errors" in one ? one.errors : []));
  const good = read.flatMap((one) => ("row" in one ? [one.row] : []));
  const { zone } = await readProgramme(ctx, programmeId);
  const known = await knownOf(ctx, good, zone);
  for (let at = 0; at < good.length; at += BATCH) {
    errors.push(...(await takeRows(ctx, job.id, good.slice(at, at + BATCH), known)));
  }
  const titled = errors.map((error) => ({ ...error, column: titleOf(error.column) }));
  return advanceJob(ctx, job, { steps: part.length, errors: titled });
}

/** What is there already of what some rows say. */
async function knownOf(ctx: Context, rows: readonly ObservationRow[], zone: Zone): Promise<Known> {
  const indicators = await findIndicators(ctx, [...new Set(rows.map((row) => row.observation.indicatorId))]);
  const keys = rows.map((row) => observationKey(observationIdOf(row.observation)));
  const items = await ctx.table.getMany(keys);
  const stored = items.flatMap((item) => (item ? [Observation.parse(item)] : []));
  const now = ctx.clock.now();
  return {
    indicators,
    stored: new Map(stored.map((observation) => [observation.id, observation])),
    now,
    zone,
  };
}

/** Writes what is new in some rows, all of it or nothing, and says what is wrong with others. */
async function takeRows(
  ctx: Context,
  jobId: Id<"job">,
  rows: readonly ObservationRow[],
  before: Known,
): Promise<readonly RowError[]> {
  let known = before;
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const { fresh, errors } = compareRows(rows, known);
    if (fresh.length === 0) return errors;
    const { committed } = await commit(ctx, {
      changes: [
        ...fresh.map((observation) => put(observationItem(observation), absent)),
        ...stillActive(indicatorsOf(fresh, known)),
      ],
      audit: {
        action: "observation.imported",
        subject: jobRef(jobId),
        facts: { observations: fresh.map(({ id }) => id) },
      },
      marks: [],
      idempotency: "not repeatable",
    });
    if (committed) return errors;
    known = await knownOf(ctx, rows, before.zone);
  }
  throw new Conflict("Others enter the same observations just now. Try again in a minute.");
}

const indicatorsOf = (observations: readonly Observation[], { indicators }: Known): Indicator[] =>
  [...new Set(observations.map(({ indicatorId }) => indicatorId))].flatMap((id) => indicators.get(id) ?? []);
