import type { NextStep, Standing } from "@viceversa/core/workflow/opened-participation.ts";
import { html } from "hono/html";
import { frameWordsIn } from "./frame-words.ts";
import { contactLink, type Markup, type PageFrame, page } from "./layout.ts";
import { linkBeside } from "./links.ts";
import { type OwnPart, ownPart } from "./own-part.ts";
import { participationWordsIn } from "./participation-words.ts";

/** How somebody stands with a programme, and where she can go on. */
export interface Participation {
  readonly programme: string;
  readonly standing: Standing;
  readonly next: NextStep | undefined;
  readonly ownPart: OwnPart;
}

/** What cannot be undone on a page is undone by a human. */
const mendable: readonly Standing[] = ["declined", "withdrawn"];

/** Tells somebody how she stands with a programme, when there is nothing to do on the page that she has opened. */
export function participationPage(frame: PageFrame, participation: Participation): string {
  const { programme, standing, next } = participation;
  const words = participationWordsIn[frame.reader.locale];
  const [title, text] = words.faces[standing];
  return page(
    frame,
    {
      title: title(programme),
      ...(participation.ownPart.fault && { notice: frameWordsIn[frame.reader.locale].check }),
    },
    html`<p>${text}</p>${nextLink(frame, next)}${mendable.includes(standing) ? html`<p>${words.changedMind} ${contactLink(frame)}.</p>` : ""}${ownPart(frame, participation.ownPart)}`,
  );
}

/** Leads to where the reader can go on, if there is such a page. */
export const nextLink = (frame: PageFrame, next: NextStep | undefined): Markup | "" =>
  next
    ? html`<p><a class="button" href="${linkBeside(next.purpose, next.token)}">${participationWordsIn[frame.reader.locale].next[next.purpose]}</a></p>`
    : "";
