import { commit, once } from "../../commit.ts";
import type { Context } from "../../context.ts";
import { NotFound } from "../../errors.ts";
import { deriveId, type Id } from "../../ids.ts";
import { invariant } from "../../invariant.ts";
import {
  advanceJob,
  failJob,
  freshJob,
  getJob,
  isHers,
  Job,
  jobItem,
  jobKey,
  jobRef,
  keepFile,
  MAXIMUM_FILE_BYTES,
  readFile,
} from "../../job/index.ts";
import {
  beingErased,
  getPerson,
  isKnown,
  noErasureUnderWay,
  personKey,
  personRef,
  requireUnerased,
} from "../../person/index.ts";
import { absent, check, oneOf, put } from "../../table.ts";
import { holdings } from "./holdings.ts";
import { type Asker, type Holdings, PersonExport } from "./schema.ts";
import { tracesOf } from "./traces.ts";

const OPERATION = "person.export";
/** A copy of everything about somebody is not left lying about. */
const KEEP_DAYS = 7;

const ANONYMOUS =
  "Anonymous answers are stored without anything that links them to a person; nobody can find hers.";
const RELEASED =
  "Comments that a questionnaire has released stand in its release without a name, also after an erasure; they are deleted together with its answers.";
const BY_OTHERS =
  "What others have written for themselves, such as their private notes, is theirs and not in it.";
const CONFIDED =
  "Why a manager keeps two people apart may be what the other has confided; it is not in it, and whoever asks for it asks the manager.";
const HER_OWN =
  "Her answers to questionnaires, what she has written for her sessions and whom she does not want to meet are only in an export that she asks for herself: she was told who sees them.";

/**
 * Exports everything that is stored about a person, as a job. It is made once an hour at most: whoever asks again
 * within the hour gets the same job.
 *
 * @throws NotFound  nobody has this id
 * @throws Conflict  she was erased, or is being erased
 */
export function exportPerson(ctx: Context, id: Id<"person">): Promise<Job> {
  const askedBy: Asker = "personId" in ctx.actor && ctx.actor.personId === id ? "herself" : "administration";
  const input = { id, askedBy };
  return once(ctx, OPERATION, input, async () => {
    const person = await getPerson(ctx, id);
    requireUnerased(person);
    const now = ctx.clock.now();
    const hour = now.slice(0, "2026-11-24T09".length);
    const job: Job = {
      ...freshJob(ctx, { kind: "person-export", total: 1, facts: {} }),
      id: deriveId("job", OPERATION, id, askedBy, hour),
      personId: id,
      askedBy,
    };
    const outcome = await commit(ctx, {
      changes: [put(jobItem(job), absent), check(personKey(id), isKnown), ...noErasureUnderWay(person)],
      audit: { action: "person.export-started", subject: personRef(id), facts: { jobId: job.id, askedBy } },
      marks: [jobRef(job.id)],
      idempotency: { operation: OPERATION, input, result: job },
    });
    if (outcome.committed) return job;
    const [first] = outcome.refusals;
    if (first?.index === 0 && first.found) return Job.parse(first.found);
    throw beingErased(person);
  });
}

/**
 * Exports everything that is stored about the actor herself.
 *
 * @throws NotFound  nobody in the directory belongs to her token
 */
export async function exportOwnData(ctx: Context): Promise<Job> {
  const personId = "personId" in ctx.actor ? ctx.actor.personId : undefined;
  if (!personId) throw new NotFound("Nobody in the directory belongs to this token.");
  return exportPerson(ctx, personId);
}

/** Reads all holdings into the job's file, while the job stands: an erasure that has begun ends it. */
export async function runPersonExport(ctx: Context, job: Job): Promise<boolean> {
  const { personId, askedBy } = job;
  invariant(personId && askedBy, "an export is about somebody, and somebody asked for it");
  const person = await getPerson(ctx, personId);
  const traces = await tracesOf(ctx, person);
  const parts = [];
  for (const [name, { read }] of Object.entries(holdings)) {
    parts.push([name, await read(ctx, traces, askedBy)] as const);
  }
  const content: PersonExport = {
    ...(Object.fromEntries(parts) as Holdings),
    exportedAt: ctx.clock.now(),
    askedBy,
    notes: [ANONYMOUS, RELEASED, BY_OTHERS, CONFIDED, ...(askedBy === "herself" ? [] : [HER_OWN])],
  };
  const file = Buffer.from(JSON.stringify(PersonExport.parse(content)));
  if (file.byteLength > MAXIMUM_FILE_BYTES) {
    await failJob(ctx, job, { bytes: file.byteLength, limit: MAXIMUM_FILE_BYTES });
    return false;
  }
  const stands = check(jobKey(job.id), oneOf("state", ["queued", "running"]));
  if (!(await keepFile(ctx, job.id, file, { days: KEEP_DAYS, while: [stands] }))) return false;
  return advanceJob(ctx, job, { steps: 1, errors: [] });
}

/**
 * What an export holds. An export that somebody has asked for herself is read by her alone.
 *
 * @throws NotFound  there is no such export, it is not the actor's, or it is not ready or has expired
 */
export async function readExport(ctx: Context, id: Id<"job">): Promise<PersonExport> {
  const job = await getJob(ctx, id);
  const mayRead = job.askedBy === "herself" ? isHers(ctx.actor, job) : ctx.actor.kind === "admin";
  const file = mayRead && job.kind === "person-export" ? await readFile(ctx, id) : Buffer.alloc(0);
  if (file.byteLength === 0 || job.state !== "done") {
    throw new NotFound("There is no file with this job: it is not ready yet, or it has expired.", {
      state: job.state,
    });
  }
  return PersonExport.parse(JSON.parse(Buffer.from(file).toString()));
}
