import { auditWrite } from "../audit/index.ts";
import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { markKey } from "../entity.ts";
import { Conflict } from "../errors.ts";
import { retentionOf } from "../organisation/index.ts";
import { hasLeft, participantRef, participantsOfPerson, withdrawalWrite } from "../participant/index.ts";
import { monthsGone, Person, personRef } from "../person/index.ts";
import { check, equal } from "../table.ts";
import { ChangedMeanwhile, type Kept } from "./kept.ts";
import { erasePerson } from "./person-data/index.ts";

/**
 * Keeps the participations of a person: once she has left the company she is withdrawn from every programme, and
 * her pairings and sessions end as they do for whoever withdraws. After as many months as the organisation keeps
 * people, her erasure begins.
 */
export async function keepPerson(ctx: Context, { stored, markId }: Kept): Promise<void> {
  const person = Person.parse(stored);
  const { id, state } = person;
  if (state === "active") return;
  const underMark = check(markKey(personRef(id)), equal("id", markId));
  for (const participant of await participantsOfPerson(ctx, id)) {
    if (hasLeft(participant)) continue;
    const entity = participantRef(participant.id);
    const { committed } = await ctx.table.transact([
      underMark,
      withdrawalWrite(participant, ctx.clock.now()),
      auditWrite(ctx, { action: "participant.withdrawn", subject: entity }),
      markWrite(ctx, entity),
    ]);
    if (!committed) throw new ChangedMeanwhile();
    await announce(ctx, [entity]);
  }
  const months = monthsGone(person, ctx.clock.now());
  if (months === undefined || months < (await retentionOf(ctx)).peopleMonths) return;
  await erasePerson(ctx, id).catch(refusedForNow);
}

/** It is under way already, or she has duties still: in a month somebody looks again. */
function refusedForNow(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
