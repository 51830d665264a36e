import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { mintSortable } from "../ids.ts";
import { absent, check, put, type Refusal, type Write } from "../table.ts";
import { getPerson } from "./get.ts";
import { emailKey, externalIdKey, personItem, personKey, personRef, sentinelItem } from "./items.ts";
import { isKnown, type PersonState } from "./lifecycle.ts";
import type { Person, PersonInput } from "./schema.ts";

const OPERATION = "person.create";

/**
 * Takes a person into the directory. What a repeat is recognised by holds her id alone: nothing of her is kept
 * where erasing her would not find it.
 *
 * @param state  deactivated when she has left already, as an import may tell
 * @throws Conflict  somebody else has this e-mail address or this external id
 * @throws Invalid  the manager is not in the directory
 */
export async function createPerson(
  ctx: Context,
  input: PersonInput,
  state: Exclude<PersonState, "erased"> = "active",
): Promise<Person> {
  let created: Person | undefined;
  const id = await once(ctx, OPERATION, input, async () => {
    const now = ctx.clock.now();
    const person: Person = {
      ...input,
      id: mintSortable(ctx.ids, "person"),
      state,
      ...(state === "deactivated" && { deactivatedAt: now }),
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const outcome = await commit(ctx, {
      changes: [put(personItem(person), absent), ...identityWrites(person)],
      audit: { action: "person.created", subject: personRef(person.id) },
      marks: state === "deactivated" ? [personRef(person.id)] : [],
      idempotency: { operation: OPERATION, input, result: person.id },
    });
    if (!outcome.committed) throw identityRefusal(outcome.refusals, 1);
    created = person;
    return person.id;
  });
  return created ?? getPerson(ctx, id);
}

/** Holds a person's unique names and checks her manager: e-mail first, external id second, manager last. */
function identityWrites({ id, email, externalId, managerId }: Person): Write[] {
  return [
    put(sentinelItem(emailKey(email), id), absent),
    put(sentinelItem(externalIdKey(externalId), id), absent),
    ...(managerId ? [check(personKey(managerId), isKnown)] : []),
  ];
}

function identityRefusal(refusals: readonly Refusal[], first: number): Conflict | Invalid {
  const refused = new Set(refusals.map(({ index }) => index - first));
  if (refused.has(0)) return new Conflict("Somebody else has this e-mail address.", { field: "email" });
  if (refused.has(1)) return new Conflict("Somebody else has this external id.", { field: "externalId" });
  return new Invalid("This manager is not in the directory.", {
    issues: [{ path: ["managerId"], message: "Give the id of a person in the directory." }],
  });
}
