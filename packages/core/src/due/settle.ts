import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { all, any, equal, type Outcome, present, update, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { dueKey, dueWorkAttributes, WORK_ATTRIBUTES } from "./items.ts";
import type { DueMail, DueWake } from "./schema.ts";

/** How a claimed message ended. */
export type Settlement =
  | { readonly state: "sent"; readonly messageId: string }
  | { readonly state: "rejected" }
  | { readonly state: "expired" };

const claimedBy = (id: Id<"claim">) => all(equal("state", "sending"), equal("claim", id));

/**
 * Ends a message for good, under its claim. When SES's `Send` event was faster the claim no longer stands and
 * nothing changes.
 *
 * @param together  what ends in the same transaction, for instance the calendar line's message in flight
 */
export const settle = (
  ctx: Context,
  due: DueMail,
  claim: Id<"claim">,
  settlement: Settlement,
  together: readonly Write[] = [],
): Promise<Outcome> =>
  ctx.table.transact([
    update(
      dueKey(due.entity, due.id),
      { set: { ...settlement, settledAt: ctx.clock.now() }, remove: WORK_ATTRIBUTES },
      claimedBy(claim),
    ),
    ...together,
  ]);

/**
 * Gives a claim back after a refusal that proves that nothing was sent; the message is looked at again later.
 *
 * @param together  what is free again in the same transaction
 */
export const release = (
  ctx: Context,
  due: DueMail,
  claim: Id<"claim">,
  retryAt: Instant,
  together: readonly Write[] = [],
): Promise<Outcome> =>
  ctx.table.transact([
    update(
      dueKey(due.entity, due.id),
      { set: { state: "planned", ...dueWorkAttributes(due, retryAt) }, remove: ["claim", "fenceUntil"] },
      claimedBy(claim),
    ),
    ...together,
  ]);

/** Leaves work for later, for instance in a pause: not overdue, not lost. A claim that stands goes on standing. */
export const postpone = (ctx: Context, due: DueMail | DueWake, retryAt: Instant): Promise<Outcome> =>
  ctx.table.write(
    update(
      dueKey(due.entity, due.id),
      { set: { ...dueWorkAttributes(due, retryAt) } },
      due.work === "mail" && due.claim ? claimedBy(due.claim) : equal("state", "planned"),
    ),
  );

/** Ends planned work that is not wanted any more, or that has become stale. */
export const drop = (ctx: Context, due: DueMail, state: "superseded" | "expired"): Promise<Outcome> =>
  ctx.table.write(
    update(
      dueKey(due.entity, due.id),
      { set: { state }, remove: WORK_ATTRIBUTES },
      equal("state", "planned"),
    ),
  );

/** Joins planned work to a digest, together with the digest's claim; again for the same digest changes nothing. */
export const joinWrite = ({ entity, id, dueAt }: DueMail, digest: Id<"due">): Write =>
  update(
    dueKey(entity, id),
    { set: { state: "joined", deliveredBy: digest }, remove: WORK_ATTRIBUTES },
    any(
      all(equal("state", "planned"), equal("dueAt", dueAt)),
      all(equal("state", "joined"), equal("deliveredBy", digest)),
    ),
  );

/** Lets what was joined to a digest look for itself again, because that digest will not go. */
export const part = (ctx: Context, due: DueMail, digest: Id<"due">): Promise<Outcome> =>
  ctx.table.write(
    update(
      dueKey(due.entity, due.id),
      { set: { state: "planned", ...dueWorkAttributes(due, ctx.clock.now()) }, remove: ["deliveredBy"] },
      all(equal("state", "joined"), equal("deliveredBy", digest)),
    ),
  );

/**
 * Records that SES has sent a message, as its own `Send` event proves: whatever its claim thinks, it went.
 *
 * @param together  what ends in the same transaction
 */
export const recordSent = (
  ctx: Pick<Context, "table" | "clock">,
  due: DueMail,
  messageId: string,
  together: readonly Write[] = [],
): Promise<Outcome> =>
  ctx.table.transact([
    update(
      dueKey(due.entity, due.id),
      { set: { state: "sent", messageId, settledAt: ctx.clock.now() }, remove: WORK_ATTRIBUTES },
      equal("state", "sending"),
    ),
    ...together,
  ]);

/** Ends a wake, together with what it does. When it was done already, nothing changes. */
export const finishWake = (ctx: Context, due: DueWake, together: readonly Write[]): Promise<Outcome> =>
  ctx.table.transact([
    update(
      dueKey(due.entity, due.id),
      { set: { state: "done" }, remove: WORK_ATTRIBUTES },
      equal("state", "planned"),
    ),
    ...together,
  ]);

/** A fact about a mail that stands beside its state, as SES tells it. */
export const noteFact = (
  ctx: Pick<Context, "table" | "clock">,
  { entity, id }: Pick<DueMail, "entity" | "id">,
  fact: "delivered" | "bounced" | "complained" | "rejected",
): Promise<Outcome> =>
  ctx.table.write(update(dueKey(entity, id), { set: { [`${fact}At`]: ctx.clock.now() } }, present));
