import type { LocalText } from "@viceversa/core/text.ts";
import type { Agreed, NextSession, OpenedProgramme } from "@viceversa/core/workflow/opened-programme.ts";
import { html } from "hono/html";
import { dayName, fullDate, namesOf } from "../dates.ts";
import { anew } from "./anew.ts";
import { said } from "./fields.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";
import { linkBeside } from "./links.ts";
import { type OwnPart, ownPart } from "./own-part.ts";
import { type ProgrammeWords, programmeWordsIn } from "./programme-words.ts";

/** A programme as its participant looks at it. */
export interface ProgrammePage
  extends Pick<
    OpenedProgramme,
    "nextSession" | "wants" | "offers" | "agreed" | "partners" | "pairings" | "preferences" | "unsubscribe"
  > {
  readonly name: string;
  /** She is taking a break. */
  readonly paused: boolean;
  readonly ownPart: OwnPart;
  /** She has asked to meet somebody else without saying with whom she stops. */
  readonly anewFault: boolean;
}

/** What comes next, what it is for, what is agreed, and whom to reach; and, at its end, how to rest or leave. */
export function programmePage(frame: PageFrame, programme: ProgrammePage): string {
  const words = programmeWordsIn[frame.reader.locale];
  const { name, nextSession, paused, wants, offers, agreed, partners, preferences, unsubscribe } = programme;
  const { contact } = frame.sender;
  return page(
    frame,
    {
      title: words.title(name),
      ...((programme.ownPart.fault || programme.anewFault) && {
        notice: frameWordsIn[frame.reader.locale].check,
      }),
    },
    html`<h2>${words.session}</h2>
${nextSession && !paused ? session(frame, words, nextSession) : html`<p>${paused ? words.paused : words.noSession}</p>`}
${topics(frame, words.wants, wants)}${topics(frame, words.offers, offers)}
<h2>${words.agreed}</h2>${agreed.length > 0 ? html`<ul>${agreed.map((one) => item(frame, words, one))}</ul>` : html`<p>${words.noneAgreed}</p>`}
<h2>${words.people}</h2><ul class="links">${partners.map(({ name, email }) => html`<li>${mailTo(name, email)}</li>`)}<li>${mailTo(contact.name, contact.email)}<br><span class="soft">${words.help}</span></li></ul>
<h2>${words.mails}</h2><ul class="links">${(["reminders", "questionnaires"] as const).map((mailClass) => html`<li><a href="${linkBeside("unsubscribe", unsubscribe[mailClass])}">${words.stop[mailClass]}</a></li>`)}<li><a href="${linkBeside("preferences", preferences)}">${words.preferences}</a></li></ul>
${anew(frame, { pairings: programme.pairings, fault: programme.anewFault })}${ownPart(frame, programme.ownPart)}`,
  );
}

const mailTo = (name: string, email: string): Markup => html`<a href="mailto:${email}">${name}</a>`;

function session(frame: PageFrame, words: ProgrammeWords, next: NextSession): Markup {
  const { venue, others, minutes } = next;
  return html`<div class="field"><p><strong>${fullDate(frame.reader, next.start)}</strong><br>${words.minutes(minutes)}${others.length > 0 ? html`<br>${words.with(namesOf(frame.reader, others))}` : ""}${venue.kind === "place" ? html`<br>${venue.place}` : ""}</p>
${next.topics.length > 0 ? html`<p>${next.topics.map(({ title, by }, at) => html`${at > 0 ? html`<br>` : ""}${by ? words.topicBy(by) : words.topicByYou} ${said(frame, title)}`)}</p>` : ""}${venue.kind === "link" ? html`<p><a class="button" href="${venue.link}">${words.join}</a></p>` : ""}<p><a href="${linkBeside("cannot-come", next.cannotCome)}">${words.cannotCome}</a></p></div>`;
}

const topics = (frame: PageFrame, title: string, of: readonly LocalText[]): Markup | "" =>
  of.length > 0 ? html`<h2>${title}</h2><ul>${of.map((one) => html`<li>${said(frame, one)}</li>`)}</ul>` : "";

function item({ reader }: PageFrame, words: ProgrammeWords, { text, by, dueOn }: Agreed): Markup {
  const asides = [by ?? words.you, ...(dueOn ? [words.due(dayName(reader, dueOn))] : [])];
  return html`<li>${text} <span class="soft">(${asides.join(", ")})</span></li>`;
}
