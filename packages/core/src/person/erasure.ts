import { Conflict } from "../errors.ts";
import type { Id } from "../ids.ts";
import { endedJobStates, jobKey } from "../job/index.ts";
import {
  absent,
  all,
  type Condition,
  check,
  equal,
  missing,
  oneOf,
  put,
  remove,
  update,
  type Write,
} from "../table.ts";
import type { Instant } from "../time.ts";
import { emailKey, externalIdKey, movedAt, personItem, personKey } from "./items.ts";
import { isKnown } from "./lifecycle.ts";
import { type Mailbox, mailboxKey } from "./mailbox.ts";
import { preferencesKey } from "./preferences.ts";
import type { Person } from "./schema.ts";

/** That a person's erasure is the one that was read, or that there is none. */
export const sameErasure = ({ erasureJobId }: Person): Condition =>
  erasureJobId ? equal("erasureJobId", erasureJobId) : missing("erasureJobId");

/** Checks that no erasure of a person is under way; one that was cancelled or failed has ended. */
export const noErasureUnderWay = ({ erasureJobId }: Person): Write[] =>
  erasureJobId ? [check(jobKey(erasureJobId), oneOf("state", endedJobStates))] : [];

/**
 * The writes that begin an erasure: she leaves if she has not, and the job that erases her is known.
 * The first is refused when she was changed since she was read, the second when an erasure is under way.
 */
export const beginErasingWrites = (
  person: Person,
  { jobId, now }: { jobId: Id<"job">; now: Instant },
): Write[] => [
  update(
    personKey(person.id),
    {
      set: {
        state: "deactivated",
        deactivatedAt: person.deactivatedAt ?? now,
        erasureJobId: jobId,
        ...movedAt(person.id, now),
      },
      add: { version: 1 },
    },
    all(equal("version", person.version), isKnown),
  ),
  ...noErasureUnderWay(person),
];

export const beingErased = ({ erasureJobId }: Person): Conflict =>
  new Conflict("This person is being erased.", { jobId: erasureJobId });

/** Whether somebody was erased: her id leads to nothing that is known of her. */
export const isErased = ({ state }: Pick<Person, "state">): boolean => state === "erased";

/** @throws Conflict  she was erased: nothing is stored about her that could be used or changed */
export function requireUnerased({ state }: Person): void {
  if (state === "erased") throw new Conflict("This person was erased.", { state });
}

/**
 * What remains of an erased person: her id, so that what refers to her still refers to somebody, and when she
 * came and went. Built from what stays, so that a part that persons get later goes as well.
 */
export const tombstoneOf = ({ id, erasureJobId, version, createdAt }: Person, now: Instant): Person => ({
  id,
  state: "erased",
  externalId: "",
  email: "",
  name: "",
  ...(erasureJobId && { erasureJobId }),
  version: version + 1,
  createdAt,
  updatedAt: now,
});

/**
 * The writes that make a person a tombstone and free her names, while the job that erases her is under way. Of
 * her mailbox nothing remains unless the address bounced or somebody complained there: then only that, under the
 * address's hash, since whoever comes to this address next must not be mailed either.
 */
export const erasingWrites = (
  person: Person,
  mailbox: Mailbox | undefined,
  { jobId, now }: { jobId: Id<"job">; now: Instant },
): Write[] => [
  put(
    personItem(tombstoneOf(person, now)),
    all(equal("version", person.version), equal("erasureJobId", jobId)),
  ),
  check(jobKey(jobId), oneOf("state", ["queued", "running"])),
  remove(emailKey(person.email), equal("personId", person.id)),
  remove(externalIdKey(person.externalId), equal("personId", person.id)),
  emptiedMailbox(person.email, mailbox),
  remove(preferencesKey(person.id)),
];

function emptiedMailbox(email: string, mailbox: Mailbox | undefined): Write {
  const key = mailboxKey(email);
  if (!mailbox) return check(key, absent);
  const { suppressed, version } = mailbox;
  if (!suppressed) return remove(key, equal("version", version));
  const kept = { ...key, schemaVersion: 1, suppressed, version: version + 1 };
  return put(kept, equal("version", version));
}

/** How somebody is called among others; an erased person has no name. */
export const nameOf = ({ name }: Person): string[] => (name === "" ? [] : [name]);
