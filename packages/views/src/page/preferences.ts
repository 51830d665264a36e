import type { MailClass, NotificationPreferences } from "@viceversa/core/person/index.ts";
import { Locale } from "@viceversa/core/text.ts";
import { html } from "hono/html";
import { weekdayName } from "../dates.ts";
import { faultBox } from "./fields.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";
import { type PreferencesFault, type PreferencesWords, preferencesWordsIn } from "./preferences-words.ts";

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The names of the form's fields. */
export const preferencesFields = {
  mailClass: (mailClass: MailClass): string => `class-${mailClass}`,
  rhythm: "rhythm",
  from: "quiet-from",
  to: "quiet-to",
  day: (day: number): string => `quiet-day-${day}`,
  locale: "locale",
} as const;
const fields = preferencesFields;

export interface PreferencesPage {
  readonly preferences: NotificationPreferences;
  readonly classes: readonly MailClass[];
  readonly fault: PreferencesFault | undefined;
  readonly saved: boolean;
}

/** Which mails somebody gets and when: how it stands, and a choice at the end that nothing preselects. */
export function preferencesPage(frame: PageFrame, view: PreferencesPage): string {
  const { preferences, classes, fault, saved } = view;
  const words = preferencesWordsIn[frame.reader.locale];
  const hours = preferences.quietHours ?? preferences.usual.quietHours;
  const wrong = (place: PreferencesFault): Markup | "" => (fault === place ? html` class="wrong"` : "");
  return page(
    frame,
    { title: words.title, ...(fault && { notice: frameWordsIn[frame.reader.locale].check }) },
    html`${saved ? html`<p class="done" role="status"><strong>${words.saved}</strong></p>` : ""}${fault ? faultBox(html`<p>${words.faults[fault]}</p>`) : ""}
<form method="post" novalidate>
<fieldset><legend>${words.classes}</legend>${classes.map((mailClass) => tick(fields.mailClass(mailClass), words.mailClass[mailClass], !preferences.stopped.includes(mailClass)))}
<p class="soft">${words.always}</p></fieldset>
<fieldset><legend>${words.rhythm}</legend>${(["as-it-comes", "daily"] as const).map((rhythm) => option(fields.rhythm, rhythm, words.rhythms[rhythm](preferences.usual.dailyCap, hours.to), preferences.rhythm === rhythm))}</fieldset>
<fieldset${fault === "hours" || fault === "days" ? html` class="wrong"` : ""}><legend>${words.quiet}</legend><p class="soft">${words.quietHint}</p>
${hour(fields.from, words.from, hours.from)}${hour(fields.to, words.to, hours.to)}
${days(frame, words, preferences)}</fieldset>
<fieldset><legend>${words.language}</legend>${Locale.options.map((locale) => option(fields.locale, locale, words.languages[locale], frame.reader.locale === locale))}</fieldset>
<fieldset${wrong("choice")}><legend>${words.choice}</legend>${option("choice", "save", words.save, false)}${option("choice", "usual", words.usual(frame.sender.organisation), false)}</fieldset>
<p><button type="submit">${words.send}</button></p></form>`,
  );
}

const option = (name: string, value: string, label: string, chosen: boolean): Markup =>
  html`<label class="choice"><input type="radio" name="${name}" value="${value}"${chosen ? " checked" : ""}> ${label}</label>`;

const tick = (name: string, label: string, ticked: boolean): Markup =>
  html`<label class="choice"><input type="checkbox" name="${name}" value="on"${ticked ? " checked" : ""}> ${label}</label>`;

/** Half hours are fine enough for quiet; an hour that the company has set in between is among them. */
function hour(name: string, label: string, chosen: string): Markup {
  const halves = Array.from({ length: 24 }, (_, at) => String(at).padStart(2, "0")).flatMap((at) => [
    `${at}:00`,
    `${at}:30`,
  ]);
  const all = [...new Set([...halves, chosen])].sort();
  return html`<label for="${name}">${label}</label><select id="${name}" name="${name}">${all.map((one) => html`<option value="${one}"${one === chosen ? " selected" : ""}>${one}</option>`)}</select>`;
}

function days({ reader }: PageFrame, words: PreferencesWords, preferences: NotificationPreferences): Markup {
  const quiet = preferences.quietDays ?? preferences.usual.quietDays;
  return html`<p>${words.days}</p>${weekdays.map((day) => tick(fields.day(day), weekdayName(reader, day), quiet.includes(day)))}`;
}
