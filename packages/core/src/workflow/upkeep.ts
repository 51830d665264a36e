import type { Context } from "../context.ts";
import type { EntityType } from "../entity.ts";
import { Job } from "../job/index.ts";
import { ORGANISATION } from "../organisation/index.ts";
import { keepPairing } from "./keep-pairing.ts";
import { keepParticipant } from "./keep-participant.ts";
import { keepPerson } from "./keep-person.ts";
import { keepProgramme } from "./keep-programme.ts";
import { keepSession } from "./keep-session.ts";
import { keepWave } from "./keep-wave.ts";
import type { Kept } from "./kept.ts";
import { matchAgain } from "./match-again.ts";

/** What an entity's state asks of other entities, by its type. Each is idempotent and holds only under the mark. */
export const upkeep: Partial<Record<EntityType, (ctx: Context, kept: Kept) => Promise<void>>> = {
  organisation: (ctx) => ctx.queue.send("bulk", { message: "mark-dependants", of: ORGANISATION }),
  programme: keepProgramme,
  job: (ctx, { stored }) => ctx.queue.send("bulk", { message: "run-job", jobId: Job.parse(stored).id }),
  person: keepPerson,
  participant: keepParticipant,
  async pairing(ctx, kept) {
    await keepPairing(ctx, kept);
    await matchAgain(ctx, kept);
  },
  session: keepSession,
  wave: keepWave,
};
