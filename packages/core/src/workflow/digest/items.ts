import { z } from "zod";
import { type DueMail, dueIdOf, dueItem } from "../../due/index.ts";
import { type EntityRef, entityTypes, partitionOf } from "../../entity.ts";
import { type Id, idOf } from "../../ids.ts";
import type { Item, Key } from "../../table.ts";
import { type Instant, type LocalDate, plus, secondsOf } from "../../time.ts";

/**
 * Access patterns, all in a person's own partition, apart from herself: what is due there follows from mails that
 * wait and not from her state.
 *   the digest of a day           pk = digest#<person>, sk = DUE#<its id>
 *   what waits for a digest       pk = digest#<person>, sk = WAITING#<due work>, read strongly
 *   what went on a day            pk = digest#<person>, sk = SLOT#<date>#<number>
 */
export const digestRef = (personId: Id<"person">): EntityRef => ({ type: "digest", id: personId });

export const DIGEST = "digest";

/** A digest that could not go for a day is stale; its mails are placed again. */
const EXPIRY_HOURS = 24;
/** Traces of what went are of use for days at most. */
const TRACE_DAYS = 7;

/** The one digest that somebody gets on a day. */
export function digestOn(personId: Id<"person">, date: LocalDate, dueAt: Instant): DueMail {
  const entity = digestRef(personId);
  const identity = { date };
  return {
    work: "mail",
    kind: DIGEST,
    state: "planned",
    id: dueIdOf(entity, { kind: DIGEST, identity }),
    entity,
    identity,
    dueAt,
    expiresAt: plus(dueAt, { hours: EXPIRY_HOURS }),
  };
}

const traceUntil = (at: Instant): { expiresAtEpoch: number } => ({
  expiresAtEpoch: secondsOf(plus(at, { hours: TRACE_DAYS * 24 })),
});

export const digestItem = (digest: DueMail): Item => ({
  ...dueItem(digest),
  ...traceUntil(digest.expiresAt),
});

export const WAITING_PREFIX = "WAITING#";

/** That a mail waits for a digest, or was joined to it. */
export const Waiting = z.object({
  entity: z.object({ type: z.enum(entityTypes), id: z.string() }),
  due: idOf("due"),
  digest: idOf("due"),
});
export type Waiting = z.infer<typeof Waiting>;

export const waitingKey = (personId: Id<"person">, due: Id<"due">): Key => ({
  pk: partitionOf(digestRef(personId)),
  sk: `${WAITING_PREFIX}${due}`,
});

export const waitingItem = (personId: Id<"person">, { entity, id }: DueMail, digest: DueMail): Item => ({
  ...waitingKey(personId, id),
  schemaVersion: 1,
  entity,
  due: id,
  digest: digest.id,
  ...traceUntil(digest.expiresAt),
});

export const slotKey = (personId: Id<"person">, date: LocalDate, number: number): Key => ({
  pk: partitionOf(digestRef(personId)),
  sk: `SLOT#${date}#${number}`,
});

export const slotItem = (key: Key, due: Id<"due">, at: Instant): Item => ({
  ...key,
  schemaVersion: 1,
  due,
  ...traceUntil(at),
});
