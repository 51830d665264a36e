import { z } from "zod";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { NotFound, PreconditionFailed } from "../errors.ts";
import { type Id, idOf } from "../ids.ts";
import { getOrganisation, Notifications, QuietDays, QuietHours } from "../organisation/index.ts";
import { all, check, equal, missing, update, type Write } from "../table.ts";
import { Locale } from "../text.ts";
import { requireUnerased } from "./erasure.ts";
import { getPerson } from "./get.ts";
import { movedAt, personKey, personRef } from "./items.ts";
import { isKnown } from "./lifecycle.ts";
import { Mailbox, mailboxKey, mailClasses } from "./mailbox.ts";
import { deliveryPreferencesOf, preferencesKey, Rhythm, readDeliveryPreferences } from "./preferences.ts";
import type { Person } from "./schema.ts";

const Stopped = z
  .array(z.enum(mailClasses))
  .max(mailClasses.length)
  .refine((classes) => new Set(classes).size === classes.length, "Name each class once.")
  .describe("Classes of mail that she wants no more");

/** What somebody gets by mail, and when. */
export const NotificationPreferences = z
  .object({
    personId: idOf("person"),
    stopped: Stopped,
    rhythm: Rhythm,
    quietHours: QuietHours.optional().describe("Her own; absent while the company's hold"),
    quietDays: QuietDays.optional().describe("Her own; absent while the company's hold"),
    locale: Locale.optional().describe("Her own; absent while the company's holds"),
    usual: Notifications.describe("The company's, which hold where she has chosen nothing"),
    version: z.number().int(),
  })
  .meta({ id: "NotificationPreferences" });
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;

/** A change names what it changes; `null` lets the company decide again. */
export const NotificationPreferencesChange = z.strictObject({
  stopped: Stopped.optional(),
  rhythm: Rhythm.optional(),
  quietHours: QuietHours.nullish(),
  quietDays: QuietDays.nullish(),
  locale: Locale.nullish(),
});
export type NotificationPreferencesChange = z.infer<typeof NotificationPreferencesChange>;

/**
 * Lets somebody go on with what concerns only her: herself, by her token or a link that was mailed to her, and
 * administrators.
 */
function requireHers({ actor }: Context, id: Id<"person">): void {
  const herself =
    (actor.kind === "capability" && actor.id === id) || ("personId" in actor && actor.personId === id);
  if (herself || actor.kind === "admin" || actor.kind === "system") return;
  throw new NotFound("Nobody in the directory has this id.");
}

/** @throws NotFound  nobody has this id, or she is somebody else */
export async function getNotificationPreferences(
  ctx: Context,
  id: Id<"person">,
): Promise<NotificationPreferences> {
  requireHers(ctx, id);
  const [person, { notifications: usual }, delivery] = await Promise.all([
    getPerson(ctx, id),
    getOrganisation(ctx),
    readDeliveryPreferences(ctx, id),
  ]);
  requireUnerased(person);
  const item = await ctx.table.get(mailboxKey(person.email));
  const mailbox = item && Mailbox.parse(item);
  return {
    personId: id,
    stopped: mailClasses.filter((mailClass) => mailbox?.[mailClass] === "stopped"),
    ...delivery,
    ...(person.locale && { locale: person.locale }),
    usual,
  };
}

/**
 * Changes what somebody gets by mail, and when. What was read before of a class that she has stopped is claimed no
 * more; when the rest comes is looked up at each sending.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  nobody has this id, or she is somebody else
 * @throws Conflict  she was erased
 * @throws PreconditionFailed  they were changed since that version
 */
export async function changeNotificationPreferences(
  ctx: Context,
  { id, version, change }: { id: Id<"person">; version: number; change: NotificationPreferencesChange },
): Promise<NotificationPreferences> {
  requireHers(ctx, id);
  const person = await getPerson(ctx, id);
  requireUnerased(person);
  const outcome = await commit(ctx, {
    changes: [
      deliveryWrite(id, version, change),
      personWrite(ctx, person, change),
      ...mailboxWrites(person, change),
    ],
    audit: {
      action: "notification-preferences.changed",
      subject: personRef(id),
      facts: { changed: Object.keys(change).sort() },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return getNotificationPreferences(ctx, id);
  const found = outcome.refusals.find(({ index }) => index === 0)?.found;
  throw new PreconditionFailed("These preferences were changed since you read them. Read them again.", {
    version: deliveryPreferencesOf(found).version,
  });
}

function deliveryWrite(
  id: Id<"person">,
  version: number,
  { rhythm, quietHours, quietDays }: NotificationPreferencesChange,
): Write {
  const given = Object.entries({ rhythm, quietHours, quietDays });
  const set = Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, value] as const])),
  );
  const remove = given.filter(([, value]) => value === null).map(([name]) => name);
  return update(
    preferencesKey(id),
    { set: { ...set, schemaVersion: 1 }, remove, add: { version: 1 } },
    version === 0 ? missing("version") : equal("version", version),
  );
}

/** Her language is the person's own; without a change it is checked that her address is still the one that was read. */
function personWrite(
  ctx: Context,
  { id, version }: Person,
  { locale }: NotificationPreferencesChange,
): Write {
  const same = all(equal("version", version), isKnown);
  if (locale === undefined) return check(personKey(id), same);
  const moved = movedAt(id, ctx.clock.now());
  const parts = locale === null ? { set: moved, remove: ["locale"] } : { set: { ...moved, locale } };
  return update(personKey(id), { ...parts, add: { version: 1 } }, same);
}

function mailboxWrites({ email }: Person, { stopped }: NotificationPreferencesChange): Write[] {
  if (stopped === undefined) return [];
  const set = Object.fromEntries(stopped.map((mailClass) => [mailClass, "stopped"] as const));
  const remove = mailClasses.filter((mailClass) => !stopped.includes(mailClass));
  return [update(mailboxKey(email), { set: { ...set, schemaVersion: 1 }, remove, add: { version: 1 } })];
}
