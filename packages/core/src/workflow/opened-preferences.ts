import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
import {
  getNotificationPreferences,
  type MailClass,
  mailClasses,
  type NotificationPreferences,
} from "../person/index.ts";
import { PROGRAMMES_BY_UPDATE, Programme } from "../programme/index.ts";
import { type Readership, readershipOf } from "./reader.ts";

/** What somebody gets by mail, as she looks at it and changes it. */
export interface OpenedPreferences {
  readonly readership: Readership;
  readonly preferences: NotificationPreferences;
  /** The classes that concern her: management only whoever runs a programme. */
  readonly classes: readonly MailClass[];
}

/** @throws NotFound  she is not in the directory any more */
export async function openPreferences(ctx: Context, id: Id<"person">): Promise<OpenedPreferences> {
  const [readership, programmes] = await Promise.all([
    readershipOf(ctx, { personId: id }),
    everyItem(ctx, { index: "byUpdated", partition: PROGRAMMES_BY_UPDATE }),
  ]);
  const preferences = await getNotificationPreferences(ctx, id);
  const runs = programmes.some((item) => Programme.parse(item).managers.includes(id));
  const concerns = (mailClass: MailClass): boolean =>
    mailClass !== "management" || runs || preferences.stopped.includes("management");
  return { readership, preferences, classes: mailClasses.filter(concerns) };
}
