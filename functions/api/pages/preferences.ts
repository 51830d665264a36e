import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { PreconditionFailed } from "@viceversa/core/errors.ts";
import { idOf } from "@viceversa/core/ids.ts";
import {
  changeNotificationPreferences,
  NotificationPreferencesChange,
} from "@viceversa/core/person/index.ts";
import { type OpenedPreferences, openPreferences } from "@viceversa/core/workflow/opened-preferences.ts";
import { preferencesFields as fields, preferencesPage, weekdays } from "@viceversa/views/page/preferences.ts";
import type { PreferencesFault } from "@viceversa/views/page/preferences-words.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";

const show = async (ctx: Context, { id }: Capability): Promise<PageAnswer> =>
  answer(await openPreferences(ctx, idOf("person").parse(id)), {});

/** Whoever chooses nothing at the end has changed nothing: what is above shows how things stand. */
async function act(ctx: Context, capability: Capability, form: Form): Promise<PageAnswer> {
  const id = idOf("person").parse(capability.id);
  const opened = await openPreferences(ctx, id);
  const { choice } = form;
  if (choice !== "save" && choice !== "usual") return answer(opened, { fault: "choice" });
  const read = choice === "usual" ? usual : changeIn(form, opened);
  if ("fault" in read) return answer(opened, read);
  try {
    await changeNotificationPreferences(ctx, { id, version: opened.preferences.version, change: read });
  } catch (error) {
    // She has sent it twice at once: how things stand now is shown, and she sees what was taken.
    if (!(error instanceof PreconditionFailed)) throw error;
    return answer(await openPreferences(ctx, id), { fault: "choice" });
  }
  return answer(await openPreferences(ctx, id), { saved: true });
}

const usual: NotificationPreferencesChange = {
  stopped: [],
  rhythm: "as-it-comes",
  quietHours: null,
  quietDays: null,
  locale: null,
};

/** What the form says; what is as the company has it follows the company. */
function changeIn(
  form: Form,
  { preferences, classes }: OpenedPreferences,
): NotificationPreferencesChange | { readonly fault: PreferencesFault } {
  const { quietHours, quietDays } = preferences.usual;
  const hours = { from: form[fields.from] ?? quietHours.from, to: form[fields.to] ?? quietHours.to };
  const days = weekdays.filter((day) => form[fields.day(day)] !== undefined);
  const change = NotificationPreferencesChange.safeParse({
    stopped: classes.filter((mailClass) => form[fields.mailClass(mailClass)] === undefined),
    rhythm: form[fields.rhythm],
    quietHours: hours.from === quietHours.from && hours.to === quietHours.to ? null : hours,
    quietDays: days.join() === [...quietDays].sort().join() ? null : days,
    locale: form[fields.locale],
  });
  if (change.success) return change.data;
  const [place] = change.error.issues[0]?.path ?? [];
  return { fault: place === "quietHours" ? "hours" : place === "quietDays" ? "days" : "choice" };
}

function answer(
  { readership, preferences, classes }: OpenedPreferences,
  { fault, saved = false }: { fault?: PreferencesFault; saved?: boolean },
): PageAnswer {
  const html = preferencesPage(readership, { preferences, classes, fault, saved });
  return { status: fault ? 422 : 200, html };
}

export const preferences: PageHandler = { operation: "page.preferences", show, act };
