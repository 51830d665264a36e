import type { Context } from "../context.ts";
import {
  claim,
  type DueMail,
  drop,
  dueKey,
  dueWorkOf,
  postpone,
  release,
  secondsUntilTurn,
  settle,
} from "../due/index.ts";
import type { EntityRef } from "../entity.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import type { Delivery } from "../mail.ts";
import { epochOf, type Instant, plus } from "../time.ts";
import { giveBack } from "./digest/give-back.ts";
import { type Placement, place } from "./digest/place.ts";
import { keepWaiting, shelve } from "./digest/shelve.ts";
import { type Kind, kindOf } from "./kinds.ts";
import { preferencesLink } from "./session-links.ts";
import type { Recipient, Verdict } from "./verdict.ts";
import { wakeUp } from "./wake-up.ts";

/** A schedule is precise to a minute; what is due later than that belongs to another schedule. */
const EARLY_MINUTES = 1;
const THROTTLED_MINUTES = 1;
const SHORTEST_HELD_MINUTES = 60;
const LONGEST_HELD_MINUTES = 12 * 60;

/**
 * Takes up what is due: wakes an entity, or mails. A message is read again, claimed under a fence, mailed and
 * settled. Running it twice, late, early or beside another worker sends one mail at most.
 *
 * @param missed  how often the rate was used up when the message came
 */
export async function sendDue(
  ctx: Context,
  { entity, id, missed = 0 }: { entity: EntityRef; id: Id<"due">; missed?: number | undefined },
): Promise<void> {
  // A claim can lose against a change; what was read is then old, and one more look tells whether it matters.
  for (const look of ["first", "second"] as const) {
    const item = await ctx.table.get(dueKey(entity, id));
    const due = item && dueWorkOf(item);
    if (due?.work === "wake") return wakeUp(ctx, due);
    if (!due || !isReady(ctx, due)) return;
    const kind = kindOf(due.kind);
    invariant(kind, `the kind ${due.kind} is in the table of kinds`);
    if (due.expiresAt <= ctx.clock.now()) return leave(ctx, kind, due, { verdict: "stale" });
    // Before anything else is read: in a backlog most messages come again several times.
    if (!(await ctx.mailRate.take(ctx, kind.queue))) return wait(ctx, kind, due, missed + 1);
    const verdict = await kind.decide(ctx, due);
    if (verdict.verdict !== "send") return leave(ctx, kind, due, verdict);
    const placed = await placementOf(ctx, kind, due, verdict.recipient);
    if (placed.place !== "now") return setAside(ctx, due, placed, verdict.recipient);
    const claimed = await claim(ctx, due, [...verdict.unchanged, ...placed.together]);
    if (claimed) {
      const mail = { ...verdict.mail, preferences: await preferencesLink(ctx, verdict.recipient) };
      const delivery = await ctx.mailer.deliver(mail, correlationOf(due));
      return finish(ctx, kind, { due, claimed, delivery });
    }
    if (look === "second") await postpone(ctx, due, plus(ctx.clock.now(), { minutes: THROTTLED_MINUTES }));
  }
}

/** Planned and due, or claimed by somebody whose fence has passed. */
function isReady(ctx: Context, due: DueMail): boolean {
  const now = ctx.clock.now();
  if (due.state === "sending") return due.fenceUntil !== undefined && due.fenceUntil < now;
  return due.state === "planned" && due.dueAt <= plus(now, { minutes: EARLY_MINUTES });
}

/** The account's rate is used up for this second: the message comes again in one of the next. */
const wait = (ctx: Context, { queue }: Kind, { entity, id }: DueMail, missed: number): Promise<void> =>
  ctx.queue.send(
    queue,
    { message: "send", entity, id, missed },
    { delaySeconds: secondsUntilTurn(id, missed) },
  );

/** What is bound to an hour goes at it; what was claimed once had its place and is not shifted any more. */
const placementOf = async (
  ctx: Context,
  { precedence, company }: Kind,
  due: DueMail,
  recipient: Recipient,
): Promise<Placement> =>
  precedence === "can wait" && due.state === "planned"
    ? place(ctx, due, { recipient, company: () => company?.(ctx, due) })
    : { place: "now", together: [] };

/** Lets a message wait that comes with a digest. */
async function setAside(
  ctx: Context,
  due: DueMail,
  placed: Exclude<Placement, { place: "now" }>,
  recipient: Recipient,
): Promise<void> {
  if (placed.place === "waits") await keepWaiting(ctx, due, placed.until);
  else await shelve(ctx, due, { at: placed.at, recipient });
}

/**
 * When a message is looked at again that a pause or the switch keeps: an hour on at first, and then ever less often, so
 * that a month's rest of a large programme costs little. Resuming calls what is bound to an hour at once.
 */
function nextLook({ dueAt }: DueMail, now: Instant): Instant {
  const waited = Math.floor((epochOf(now) - epochOf(dueAt)) / 60_000);
  return plus(now, { minutes: Math.min(LONGEST_HELD_MINUTES, Math.max(SHORTEST_HELD_MINUTES, waited)) });
}

/** Leaves a message that may not go: for later, or for good. */
async function leave(ctx: Context, kind: Kind, due: DueMail, verdict: Verdict): Promise<void> {
  if (verdict.verdict === "hold") {
    await postpone(ctx, due, plus(ctx.clock.now(), { minutes: verdict.minutes }));
  } else if (verdict.verdict === "held back") {
    await postpone(ctx, due, nextLook(due, ctx.clock.now()));
  } else if (due.claim) {
    // Its fence has passed without a word from SES: it may have gone, and is not tried again.
    await settle(ctx, due, due.claim, { state: "expired" }, kind.gone(due));
    await kind.afterwards(ctx, due);
  } else {
    if (kind.precedence === "has waited") await giveBack(ctx, due);
    await drop(ctx, due, verdict.verdict === "stale" ? "expired" : "superseded");
  }
}

async function finish(
  ctx: Context,
  kind: Kind,
  { due, claimed, delivery }: { due: DueMail; claimed: Id<"claim">; delivery: Delivery },
): Promise<void> {
  switch (delivery.outcome) {
    case "sent":
      await settle(ctx, due, claimed, { state: "sent", messageId: delivery.messageId }, kind.gone(due));
      return kind.afterwards(ctx, due);
    case "rejected":
      await settle(ctx, due, claimed, { state: "rejected" }, kind.notGone(due));
      return kind.afterwards(ctx, due);
    case "throttled": {
      const retryAt = plus(ctx.clock.now(), { minutes: THROTTLED_MINUTES });
      await release(ctx, due, claimed, retryAt, kind.notGone(due));
      return;
    }
    case "unknown":
      // It may have gone. The claim stands until its fence; SES's own event or the sweep decides.
      return;
  }
}

/** What SES's events bring back: enough to find the message, and nothing about its reader. */
const correlationOf = ({ entity, id }: DueMail) => ({
  entityType: entity.type,
  entityId: entity.id,
  due: id,
});
