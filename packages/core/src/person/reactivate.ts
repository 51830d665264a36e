import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { mayBecome } from "../lifecycle.ts";
import { all, update } from "../table.ts";
import { refusedState } from "./deactivate.ts";
import { beingErased, noErasureUnderWay, sameErasure } from "./erasure.ts";
import { getPerson } from "./get.ts";
import { movedAt, personKey, personRef } from "./items.ts";
import { personLifecycle } from "./lifecycle.ts";
import type { Person } from "./schema.ts";

/**
 * Notes that a person is back. What she was withdrawn from stays as it is; she can join what begins from now on.
 *
 * @throws NotFound  nobody has this id
 * @throws Conflict  she is active, or erased, or being erased
 */
export async function reactivatePerson(ctx: Context, id: Id<"person">): Promise<Person> {
  const operation = "person.reactivate";
  await once(ctx, operation, id, async () => {
    const person = await getPerson(ctx, id);
    const outcome = await commit(ctx, {
      changes: [
        update(
          personKey(id),
          {
            set: { state: "active", ...movedAt(id, ctx.clock.now()) },
            remove: ["deactivatedAt", "erasureJobId"],
            add: { version: 1 },
          },
          all(mayBecome(personLifecycle, "active"), sameErasure(person)),
        ),
        ...noErasureUnderWay(person),
      ],
      audit: { action: "person.reactivated", subject: personRef(id) },
      marks: [personRef(id)],
      idempotency: { operation, input: id, result: id },
    });
    if (outcome.committed) return id;
    const found = outcome.refusals.find(({ index }) => index === 0)?.found?.["state"];
    if ((found ?? person.state) === "deactivated") throw beingErased(person);
    throw refusedState(outcome.refusals, "active");
  });
  return getPerson(ctx, id);
}
