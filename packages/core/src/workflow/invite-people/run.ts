import type { Context } from "../../context.ts";
import { Conflict, DomainError, PreconditionFailed } from "../../errors.ts";
import { advanceJob, type Job, type RowError, readFile } from "../../job/index.ts";
import { addParticipant, capacitiesOf, ParticipantInput, usualCapacityIn } from "../../participant/index.ts";
import { readProgramme } from "../../programme/index.ts";
import { readRound } from "./round.ts";

/** People whom one message invites; the next message goes on. */
const STRETCH = 50;

/**
 * Carries a round of invitations on by one stretch. Somebody is in a programme once, so that a stretch that is
 * repeated after a crash invites nobody twice.
 *
 * @returns whether another stretch is to follow
 */
export async function runInvitations(ctx: Context, job: Job): Promise<boolean> {
  const round = readRound(await readFile(ctx, job.id));
  const { programmeId, role, people } = round;
  const capacity = round.capacity ?? usualCapacityIn(await readProgramme(ctx, programmeId), role);
  const part = people.slice(job.done, job.done + STRETCH);
  const errors: RowError[] = [];
  for (const [at, personId] of part.entries()) {
    const input = ParticipantInput.parse({ programmeId, personId, ...capacitiesOf(role, capacity) });
    const error = await inviteOne(ctx, input, job.done + at + 1);
    if (error) errors.push(error);
  }
  return advanceJob(ctx, job, { steps: part.length, errors });
}

/** Who came into the programme meanwhile is no error; what we did not foresee is nobody's fault and tried again. */
async function inviteOne(ctx: Context, input: ParticipantInput, line: number): Promise<RowError | undefined> {
  try {
    await addParticipant(ctx, input);
  } catch (cause) {
    if (!(cause instanceof DomainError) || cause instanceof PreconditionFailed) throw cause;
    if (cause instanceof Conflict && cause.data["state"] !== undefined) return undefined;
    return { line, column: "people", message: `${input.personId}: ${cause.message}` };
  }
  return undefined;
}
