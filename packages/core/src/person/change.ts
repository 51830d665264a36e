import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid, NotFound, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { absent, check, equal, type Key, put, remove, update, type Write } from "../table.ts";
import { requireUnerased } from "./erasure.ts";
import { getPerson } from "./get.ts";
import { emailKey, externalIdKey, personItem, personKey, sentinelItem } from "./items.ts";
import { isKnown } from "./lifecycle.ts";
import { Mailbox, mailboxKey, mailClasses } from "./mailbox.ts";
import { requireNoCycle } from "./manager-cycles.ts";
import { Person, type PersonChange } from "./schema.ts";

/** A write with what its refusal means. */
interface Guarded {
  readonly write: Write;
  readonly refusal: () => Error;
}

const changedMeanwhile = () => stale("person", "her");

/** A change of one person. */
interface ChangeOfPerson {
  readonly id: Id<"person">;
  /** The version that the client has seen. */
  readonly version: number;
  readonly change: PersonChange;
}

/**
 * Changes a person in the directory; her names stay unique.
 *
 * @throws NotFound  nobody has this id
 * @throws PreconditionFailed  she was changed since that version
 * @throws Conflict  somebody else has the new e-mail address or external id, she would report to somebody who
 *   reports to her, or she was erased
 * @throws Invalid  she would be her own manager, or the manager is not in the directory
 */
export async function changePerson(ctx: Context, given: ChangeOfPerson): Promise<Person> {
  const before = await getPerson(ctx, given.id);
  const { managerId } = given.change;
  const isNew = managerId && managerId !== before.managerId && managerId !== before.id;
  if (isNew && before.version === given.version) await requireNoCycle(ctx, before, managerId);
  return write(ctx, before, given);
}

/**
 * Changes a person to what the customer's own system says of her, also where its reporting lines run in a circle:
 * what is wrong there is reported and mended there.
 *
 * @throws PreconditionFailed  she was changed since that version
 * @throws Conflict  somebody else has the new e-mail address or external id
 * @throws Invalid  she would be her own manager, or the manager is not in the directory
 */
export async function overwritePerson(ctx: Context, given: ChangeOfPerson): Promise<Person> {
  return write(ctx, await getPerson(ctx, given.id), given);
}

async function write(ctx: Context, before: Person, { id, version, change }: ChangeOfPerson): Promise<Person> {
  requireUnerased(before);
  if (before.version !== version) throw changedMeanwhile();
  const after = changed(before, change, ctx.clock.now());
  if (after.managerId === id) {
    throw new Invalid("Nobody is her own manager.", {
      issues: [{ path: ["managerId"], message: "Name somebody else." }],
    });
  }
  const guarded = [
    { write: put(personItem(after), equal("version", version)), refusal: changedMeanwhile },
    ...renamed(id, "email", emailKey(before.email), emailKey(after.email)),
    ...renamed(id, "externalId", externalIdKey(before.externalId), externalIdKey(after.externalId)),
    ...managed(after, before),
    ...(await mailboxMoves(ctx, before.email, after.email)),
  ];
  const outcome = await commit(ctx, {
    changes: guarded.map(({ write }) => write),
    audit: {
      action: "person.changed",
      subject: { type: "person", id },
      facts: { changed: Object.keys(change).sort() },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return after;
  throw (
    guarded[outcome.refusals[0]?.index ?? 0]?.refusal() ??
    new NotFound("Nobody in the directory has this id.")
  );
}

/** The person with a change applied: what is `null` goes, what is left out stays. */
export function changed(before: Person, change: PersonChange, now: Person["updatedAt"]): Person {
  const merged = Object.entries({ ...before, ...change }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Person.parse({ ...Object.fromEntries(merged), version: before.version + 1, updatedAt: now });
}

/** How the names that are unique are called towards people. */
const unique = { email: "e-mail address", externalId: "external id" } as const;

function renamed(id: Id<"person">, field: keyof typeof unique, from: Key, to: Key): Guarded[] {
  if (from.pk === to.pk) return [];
  return [
    { write: remove(from, equal("personId", id)), refusal: changedMeanwhile },
    {
      write: put(sentinelItem(to, id), absent),
      refusal: () => new Conflict(`Somebody else has this ${unique[field]}.`, { field }),
    },
  ];
}

/** What she wants no more stays her wish at a new address; that the old one bounced stays with the old one. */
async function mailboxMoves({ table }: Context, from: string, to: string): Promise<Guarded[]> {
  if (emailKey(from).pk === emailKey(to).pk) return [];
  const item = await table.get(mailboxKey(from));
  const old = item && Mailbox.parse(item);
  const stopped = mailClasses.filter((mailClass) => old?.[mailClass] === "stopped");
  if (!old || stopped.length === 0) {
    const unchanged = old ? equal("version", old.version) : absent;
    return [{ write: check(mailboxKey(from), unchanged), refusal: changedMeanwhile }];
  }
  const set = Object.fromEntries(stopped.map((mailClass) => [mailClass, "stopped"]));
  const free = { remove: stopped, add: { version: 1 } };
  return [
    { write: update(mailboxKey(from), free, equal("version", old.version)), refusal: changedMeanwhile },
    {
      write: update(mailboxKey(to), { set: { ...set, schemaVersion: 1 }, add: { version: 1 } }),
      refusal: changedMeanwhile,
    },
  ];
}

function managed({ managerId }: Person, before: Person): Guarded[] {
  if (!managerId || managerId === before.managerId) return [];
  return [
    {
      write: check(personKey(managerId), isKnown),
      refusal: () =>
        new Invalid("This manager is not in the directory.", {
          issues: [{ path: ["managerId"], message: "Give the id of a person in the directory." }],
        }),
    },
  ];
}
