import type { Context } from "../../context.ts";
import { type DueMail, dueKey, dueWorkOf } from "../../due/index.ts";
import type { Id } from "../../ids.ts";
import { nextDigest, nextOpening, type QuietTimes } from "../../organisation/index.ts";
import { type DeliveryPreferences, deliveryPreferencesOf, preferencesKey } from "../../person/index.ts";
import { absent, any, equal, type Item, type Key, put, type Write } from "../../table.ts";
import { dateOf, dayLater, dueBefore, type Instant, type LocalTime, plus } from "../../time.ts";
import type { Recipient } from "../verdict.ts";
import { digestOn, digestRef, slotItem, slotKey, Waiting, waitingKey } from "./items.ts";

/** A mail that would be stale so soon after its digest goes now, whatever the hour. */
const MARGIN_MINUTES = 60;

/** What goes while a digest is about to go is joined to it. */
const NEAR_MINUTES = 60;

/** Where a mail that can wait goes. */
export type Placement =
  /** It goes now; `together` takes one of the day's places in the same transaction. */
  | { readonly place: "now"; readonly together: readonly Write[] }
  /** It waits for the digest at that instant. */
  | { readonly place: "later"; readonly at: Instant }
  /** The digest that it waits for is still to come, or on its way. */
  | { readonly place: "waits"; readonly until: Instant };

/** What somebody's times are: her own where she has chosen, else the company's. */
export const quietTimesOf = (
  { person, organisation }: Recipient,
  { quietHours, quietDays }: DeliveryPreferences,
): QuietTimes => ({
  zone: person.zone ?? organisation.zone,
  quietHours: quietHours ?? organisation.notifications.quietHours,
  quietDays: quietDays ?? organisation.notifications.quietDays,
  holidays: organisation.holidays,
});

/** Who gets a mail, and when something else goes to her with which it can go. */
interface Placing {
  readonly recipient: Recipient;
  readonly company: () => Promise<Instant | undefined> | undefined;
}

/**
 * Where a mail goes that can wait: now, while her day is open and has room, or with the next digest; with what else
 * goes to her, if that is near. What would be stale by then goes now.
 */
export async function place(ctx: Context, due: DueMail, { recipient, company }: Placing): Promise<Placement> {
  const { person } = recipient;
  const now = ctx.clock.now();
  const slots = slotsOf(recipient, now);
  const [preferencesItem, waitingFor, todays, ...taken] = await ctx.table.getMany([
    preferencesKey(person.id),
    waitingKey(person.id, due.id),
    digestKey(recipient, now),
    ...slots,
  ]);
  const pending = waitingFor && (await pendingDigest(ctx, person.id, Waiting.parse(waitingFor)));
  if (pending) return { place: "waits", until: pending };
  const preferences = deliveryPreferencesOf(preferencesItem);
  const free = freeSlot(slots, taken, due.id);
  const times = quietTimesOf(recipient, preferences);
  const alone = placedAt(now, { times, preferences, hasRoom: free !== undefined });
  const near = alone <= now ? aboutToGo(todays, now) : undefined;
  const together =
    preferences.rhythm === "daily"
      ? undefined
      : (near ?? (await inCompany(ctx, recipient, { times, company })));
  // Who sleeps as it is due has company later in her day, and not before her morning.
  const at = together && together > alone ? together : alone;
  if (at > now && plus(at, { minutes: MARGIN_MINUTES }) < due.expiresAt) return { place: "later", at };
  return { place: "now", together: at <= now && free ? [takeSlot(free, due.id, now)] : [] };
}

const digestKey = ({ person, organisation }: Recipient, at: Instant): Key => {
  const { entity, id } = digestOn(person.id, dateOf(at, person.zone ?? organisation.zone), at);
  return dueKey(entity, id);
};

/** The hour of the day's digest, if it is about to go. */
function aboutToGo(item: Item | undefined, now: Instant): Instant | undefined {
  const digest = item && dueWorkOf(item);
  const isNear = digest?.state === "planned" && digest.dueAt <= plus(now, { minutes: NEAR_MINUTES });
  return isNear && digest.dueAt > now ? digest.dueAt : undefined;
}

/** When the digest goes that a mail waits for to have company; none on a day whose digest has gone already. */
async function inCompany(
  ctx: Context,
  recipient: Recipient,
  { times, company }: Pick<Placing, "company"> & { readonly times: QuietTimes },
): Promise<Instant | undefined> {
  const hour = await company();
  const at = hour !== undefined && hour > ctx.clock.now() ? nextOpening(hour, times) : undefined;
  const there = at && (await ctx.table.get(digestKey(recipient, at)));
  const isFree = !there || ["planned", "superseded"].includes(dueWorkOf(there).state);
  return isFree ? at : undefined;
}

/** When a mail may go that is due now. */
export function placedAt(
  now: Instant,
  {
    times,
    preferences: { rhythm },
    hasRoom,
  }: { times: QuietTimes; preferences: Pick<DeliveryPreferences, "rhythm">; hasRoom: boolean },
): Instant {
  if (rhythm === "daily") return nextDigest(now, times);
  if (hasRoom) return nextOpening(now, times);
  const tomorrow = `${dayLater(dateOf(now, times.zone), 1)}T00:00` as LocalTime;
  return nextDigest(dueBefore(tomorrow, times.zone, 0), times);
}

/** When a digest is looked at that a mail waits for; `undefined` once it has gone or has given up. */
async function pendingDigest(
  ctx: Context,
  personId: Id<"person">,
  { digest }: Waiting,
): Promise<Instant | undefined> {
  const item = await ctx.table.get(dueKey(digestRef(personId), digest));
  const found = item && dueWorkOf(item);
  return found?.state === "planned" || found?.state === "sending" ? found.dueAt : undefined;
}

/** The places of somebody's day: as many as mails that can wait come in it. */
export function slotsOf({ person, organisation }: Recipient, now: Instant): Key[] {
  const date = dateOf(now, person.zone ?? organisation.zone);
  return Array.from({ length: organisation.notifications.dailyCap }, (_, at) =>
    slotKey(person.id, date, at + 1),
  );
}

/** The first of a day's places that is free, or the one that this mail has already. */
export function freeSlot(
  slots: readonly Key[],
  taken: readonly (Item | undefined)[],
  due: Id<"due">,
): Key | undefined {
  const own = slots.find((_, at) => taken[at]?.["due"] === due);
  return own ?? slots.find((_, at) => taken[at] === undefined);
}

export const takeSlot = (slot: Key, due: Id<"due">, now: Instant): Write =>
  put(slotItem(slot, due, now), any(absent, equal("due", due)));
