import { commit, once } from "../../commit.ts";
import type { Context } from "../../context.ts";
import type { Id } from "../../ids.ts";
import { freshJob, type Job, jobItem, jobRef } from "../../job/index.ts";
import { illegalTransition } from "../../lifecycle.ts";
import {
  beginErasingWrites,
  beingErased,
  getPerson,
  personLifecycle,
  personRef,
} from "../../person/index.ts";
import { absent, put } from "../../table.ts";
import { dutiesOf, hasDuties, refusedForDuties } from "./programmes.ts";
import { ERASURE_STEPS } from "./run-erasure.ts";

const OPERATION = "person.erase";

/**
 * Erases a person, as a job: she leaves at once and is withdrawn, some minutes later everything about her is
 * deleted or says no more than ids, and at last she is a tombstone. Until then the job can be cancelled; what it
 * has deleted stays deleted.
 *
 * @throws NotFound  nobody has this id
 * @throws Conflict  she was erased or is being erased, or she has duties that nobody else could do: `data` names
 *   the programmes that she manages alone, the waves whose answers she is to read, and whether mails name her
 */
export function erasePerson(ctx: Context, id: Id<"person">): Promise<Job> {
  return once(ctx, OPERATION, id, () => begin(ctx, id));
}

async function begin(ctx: Context, id: Id<"person">): Promise<Job> {
  const person = await getPerson(ctx, id);
  if (person.state === "erased") throw illegalTransition(personLifecycle, "erased", "erased");
  const duties = await dutiesOf(ctx, person);
  if (hasDuties(duties)) throw refusedForDuties(duties);
  const now = ctx.clock.now();
  const job: Job = {
    ...freshJob(ctx, { kind: "person-erasure", total: ERASURE_STEPS, facts: {} }),
    personId: id,
  };
  const outcome = await commit(ctx, {
    changes: [...beginErasingWrites(person, { jobId: job.id, now }), put(jobItem(job), absent)],
    audit: { action: "person.erasure-started", subject: personRef(id), facts: { jobId: job.id } },
    marks: [personRef(id), jobRef(job.id)],
    idempotency: { operation: OPERATION, input: id, result: job },
  });
  if (outcome.committed) return job;
  // She was changed just now: what stands then decides.
  if (outcome.refusals.some(({ index }) => index === 0)) return begin(ctx, id);
  throw beingErased(person);
}
