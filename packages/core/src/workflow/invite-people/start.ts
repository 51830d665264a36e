import type { Context } from "../../context.ts";
import { Conflict } from "../../errors.ts";
import { type Job, startJob } from "../../job/index.ts";
import { fittingPeople } from "./fitting.ts";
import { writeRound } from "./round.ts";
import type { InvitationRound } from "./schema.ts";

/**
 * Invites everybody who fits now, as a job: each becomes a participant, and her invitation is mailed. Who is in
 * the programme already is left as she is, so that a second round reaches only who has joined the company since.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Conflict  the programme takes nobody now, or nobody fits who is not in it already (`data.alreadyIn`)
 */
export function invitePeople(ctx: Context, round: InvitationRound): Promise<Job> {
  const { programmeId, role } = round;
  const what = { kind: "participant-invitation", operation: "participant.invite" } as const;
  return startJob(ctx, { ...what, input: round, about: { programmeId, role } }, async () => {
    const { people, alreadyIn } = await fittingPeople(ctx, round);
    if (people.length === 0) {
      throw new Conflict("Nobody fits who is not in the programme already. Widen the criteria.", {
        alreadyIn,
      });
    }
    return {
      file: writeRound(round, people),
      total: people.length,
      facts: { fitting: people.length, alreadyIn },
    };
  });
}
