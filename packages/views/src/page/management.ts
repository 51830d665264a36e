import type { LinkToken } from "@viceversa/core/mail.ts";
import type { PairingHealth } from "@viceversa/core/report/index.ts";
import { dateOf, type Instant, localOf } from "@viceversa/core/time.ts";
import type { ProgrammeOverview } from "@viceversa/core/workflow/programme-overview.ts";
import { html } from "hono/html";
import { dayName, namesOf } from "../dates.ts";
import { mailName } from "../mail-names.ts";
import { said } from "./fields.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";
import { linkBeside } from "./links.ts";
import { type ManagementPageWords, managementPageWordsIn } from "./management-words.ts";

/** A page on a phone holds so many at most; the API tells all. */
const SHOWN_ALERTS = 100;
const SHOWN_MAILS = 200;

/** A programme as its manager looks at it; nothing of what sessions or answers say. */
export interface ManagementPage extends ProgrammeOverview {
  readonly programme: string;
  readonly isOver: boolean;
  /** Leads to the programme's report. */
  readonly report: LinkToken;
  /** Leads to who is proposed to meet whom. */
  readonly matching: LinkToken;
  /** Names by participant. */
  readonly names: ReadonlyMap<string, string>;
}

interface Frame extends ManagementPage {
  readonly frame: PageFrame;
  readonly words: ManagementPageWords;
}

/** The week of a programme: what needs its manager, what goes out, and how its pairings do. */
export function managementPage(frame: PageFrame, content: ManagementPage): string {
  const words = managementPageWordsIn[frame.reader.locale];
  const whole: Frame = { ...content, frame, words };
  const { isOver, outlook, figures } = content;
  return page(
    frame,
    { title: content.programme },
    html`<p class="soft">${words.about}</p>${isOver ? html`<p><strong>${words.over}</strong></p>` : ""}${outlook.paused && !isOver ? html`<p><strong>${words.paused}</strong></p>` : ""}
<ul>${(["pairings", "quiet", "held", "planned"] as const).map((name) => html`<li><strong>${figures[name]}</strong> ${words.figures[name](figures[name])}</li>`)}</ul>
<p><a class="button" href="${linkBeside("report", content.report)}">${words.report}</a></p>
<p><a class="button" href="${linkBeside("matching", content.matching)}">${words.matching}</a></p>
<h2 id="alerts">${words.alerts}</h2>${alerts(whole)}
<h2 id="outlook">${words.outlook}</h2>${mails(whole)}
<h2 id="pairings">${words.health}</h2>${health(whole)}`,
  );
}

const dayIn = ({ reader }: PageFrame, at: Instant): string => dayName(reader, dateOf(at, reader.zone));

function alerts({ alerts: { items, counts }, frame, words }: Frame): Markup {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return html`<p>${words.noAlerts}</p>`;
  const shown = items.slice(0, SHOWN_ALERTS);
  const more = all - shown.length;
  return html`${shown.map(
    ({ code, sentence, since }) =>
      html`<div class="field"><p><strong>${words.alert[code]}</strong> </p><p>${said(frame, sentence)}</p><p class="soft">${words.since(dayIn(frame, since))}</p></div>`,
  )}${more > 0 ? html`<p>${words.more(more)}</p>` : ""}`;
}

function mails({ outlook, frame, words }: Frame): Markup {
  const { reader } = frame;
  if (outlook.mails.length === 0) return html`<p>${words.noMails}</p>`;
  const shown = outlook.mails.slice(0, SHOWN_MAILS);
  const more = outlook.mails.length - shown.length;
  const days = Map.groupBy(shown, ({ at }) => dayIn(frame, at));
  const line = ({ at, kind, name }: (typeof shown)[number]): Markup =>
    html`<li>${localOf(at, reader.zone).slice("2026-11-24T".length)} ${mailName(reader.locale, kind)}: ${name}</li>`;
  return html`${[...days].map(
    ([day, of]) => html`<h3>${day}</h3><ul>${of.map(line)}</ul>`,
  )}${more > 0 ? html`<p>${words.more(more)}</p>` : ""}`;
}

/** Those that need somebody stand open, the others folded. */
function health(whole: Frame): Markup {
  const { words } = whole;
  const current = whole.pairings.filter(({ state }) => state !== "ended" && state !== "declined");
  if (current.length === 0) return html`<p>${words.noPairings}</p>`;
  const needs = current.filter(({ signal }) => signal === "quiet" || signal === "disputed");
  const others = current.filter((one) => !needs.includes(one));
  return html`${needs.map((one) => pairing(whole, one))}${others.length > 0 ? html`<details><summary>${words.others(others.length)}</summary>${others.map((one) => pairing(whole, one))}</details>` : ""}`;
}

function pairing({ frame, words, names }: Frame, one: PairingHealth): Markup {
  const { held, assumed, lastHeldAt, nextStartsAt, cancellations } = one;
  const members = namesOf(
    frame.reader,
    one.members.map((id) => names.get(id) ?? words.somebody),
  );
  if (one.state === "proposed") {
    return html`<div class="field"><p><strong>${members}</strong> · ${words.proposed}</p></div>`;
  }
  const facts = [
    words.met(held, assumed),
    ...(lastHeldAt ? [words.last(dayIn(frame, lastHeldAt))] : []),
    nextStartsAt ? words.next(dayIn(frame, nextStartsAt)) : words.noNext,
    ...(cancellations.length > 0 ? [words.cancelled(cancellations.length)] : []),
  ];
  return html`<div class="field"><p><strong>${members}</strong> · ${words.signal[one.signal]}</p><p class="soft">${facts.join(" · ")}</p></div>`;
}
