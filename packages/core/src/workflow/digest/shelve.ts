import type { Context } from "../../context.ts";
import { type DueMail, dueKey, dueWorkAttributes, dueWorkOf, postpone } from "../../due/index.ts";
import { absent, all, any, check, equal, type Outcome, put, update } from "../../table.ts";
import { dateOf, type Instant, plus } from "../../time.ts";
import { arrange } from "../arrange.ts";
import type { Recipient } from "../verdict.ts";
import { digestItem, digestOn, waitingItem } from "./items.ts";

/** How long after its digest a mail looks for itself whether it was taken along: by then the fence has passed. */
const FALLBACK_MINUTES = 60;
const AGAIN_MINUTES = 2;

/**
 * Lets a mail wait for the digest at an instant: that it waits is written together with the digest, so that none
 * waits for what never comes. When that day's digest is on its way already, the mail is placed again afterwards.
 */
export async function shelve(
  ctx: Context,
  due: DueMail,
  { at, recipient: { person, organisation } }: { at: Instant; recipient: Recipient },
): Promise<void> {
  const digest = digestOn(person.id, dateOf(at, person.zone ?? organisation.zone), at);
  const key = dueKey(digest.entity, digest.id);
  const waits = (until: Instant) => [
    update(
      dueKey(due.entity, due.id),
      { set: { ...dueWorkAttributes(due, plus(until, { minutes: FALLBACK_MINUTES })) } },
      all(equal("state", "planned"), equal("dueAt", due.dueAt)),
    ),
    put(waitingItem(person.id, due, digest)),
  ];
  const fresh = put(digestItem(digest), any(absent, equal("state", "superseded")));
  const made = await ctx.table.transact([fresh, ...waits(at)]);
  if (made.committed) return arrange(ctx, digest);
  const there = plannedIn(made);
  if (!there) return void (await postpone(ctx, due, plus(ctx.clock.now(), { minutes: AGAIN_MINUTES })));
  const joined = await ctx.table.transact([check(key, equal("state", "planned")), ...waits(there.dueAt)]);
  if (joined.committed) return arrange(ctx, there);
  await postpone(ctx, due, plus(ctx.clock.now(), { minutes: AGAIN_MINUTES }));
}

/** The day's digest that was planned already, as the refusal has found it. */
function plannedIn(outcome: Outcome): DueMail | undefined {
  const found = outcome.committed ? undefined : outcome.refusals.find(({ index }) => index === 0)?.found;
  const digest = found && dueWorkOf(found);
  return digest?.work === "mail" && digest.state === "planned" ? digest : undefined;
}

/** Leaves a mail to the digest that it waits for, and looks again whether it was taken along. */
export const keepWaiting = (ctx: Context, due: DueMail, until: Instant): Promise<Outcome> => {
  const now = ctx.clock.now();
  return postpone(ctx, due, plus(until > now ? until : now, { minutes: FALLBACK_MINUTES }));
};
