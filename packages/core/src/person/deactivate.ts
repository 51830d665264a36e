import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { type Refusal, update } from "../table.ts";
import { getPerson } from "./get.ts";
import { movedAt, personKey, personRef } from "./items.ts";
import { type PersonState, personLifecycle } from "./lifecycle.ts";
import { Person } from "./schema.ts";

/**
 * Notes that a person has left, or is away for long: a workflow withdraws her from her programmes, and nothing is
 * mailed to her any more but what takes sessions out of her calendar. Her e-mail address stays hers. Whether she
 * can still log in is the identity provider's affair.
 *
 * @throws NotFound  nobody has this id
 * @throws Conflict  she is deactivated or erased already
 */
export async function deactivatePerson(ctx: Context, id: Id<"person">): Promise<Person> {
  const operation = "person.deactivate";
  await once(ctx, operation, id, async () => {
    const now = ctx.clock.now();
    const outcome = await commit(ctx, {
      changes: [
        update(
          personKey(id),
          { set: { state: "deactivated", deactivatedAt: now, ...movedAt(id, now) }, add: { version: 1 } },
          mayBecome(personLifecycle, "deactivated"),
        ),
      ],
      audit: { action: "person.deactivated", subject: personRef(id) },
      marks: [personRef(id)],
      idempotency: { operation, input: id, result: id },
    });
    if (outcome.committed) return id;
    throw refusedState(outcome.refusals, "deactivated");
  });
  return getPerson(ctx, id);
}

/** Why somebody did not change her state, from the change that was refused first. */
export function refusedState(refusals: readonly Refusal[], to: PersonState): Error {
  const found = refusals.find(({ index }) => index === 0)?.found;
  if (!found) return new NotFound("Nobody in the directory has this id.");
  return illegalTransition(personLifecycle, Person.parse(found).state, to);
}
