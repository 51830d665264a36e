import type { Instant } from "@viceversa/core/time.ts";
import { html } from "hono/html";
import { fullDate, namesOf, zoneName } from "../dates.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type PageFrame, page } from "./layout.ts";
import { sessionWordsIn } from "./session-words.ts";

/** A session with another time that was proposed for it, as whoever is to answer sees it. */
export interface ProposalPage {
  readonly start: Instant;
  readonly others: readonly string[];
  /** Absent while nothing is proposed: then the reader may propose. */
  readonly proposed?: { readonly by: string; readonly start: Instant; readonly proposedAt: string };
  /** What was typed as a day and time. */
  readonly when: string;
  readonly fault?: "choose" | "impossible";
}

/** Asks whether a proposed time suits, or which other one does; nothing is preselected. */
export function proposalPage(frame: PageFrame, proposal: ProposalPage): string {
  const { reader } = frame;
  const words = sessionWordsIn[reader.locale];
  const { title, stands, proposed: proposes, accept, counter, when, send, ...faults } = words.proposal;
  const { proposed } = proposal;
  const fault = proposal.fault && faults[proposal.fault];
  return page(
    frame,
    { title, ...(fault && { notice: frameWordsIn[reader.locale].check }) },
    html`<p><strong>${words.with(namesOf(reader, proposal.others))}</strong><br>${stands(fullDate(reader, proposal.start))}</p>
${proposed ? html`<p><strong>${proposes(proposed.by, fullDate(reader, proposed.start))}</strong></p>` : ""}
<form method="post" novalidate>${proposed ? html`<input type="hidden" name="proposedAt" value="${proposed.proposedAt}">` : ""}
<fieldset${fault ? html` class="wrong"` : ""}>${fault ? html`<p class="fault" role="alert">${fault}</p>` : ""}
${proposed ? html`<label class="choice"><input type="radio" name="choice" value="accept"> ${accept}</label>` : ""}
<label class="choice"><input type="radio" name="choice" value="counter"> ${counter}</label>
<p><label>${when(zoneName(reader, proposal.start))}<br><input type="datetime-local" name="when" value="${proposal.when}"></label></p></fieldset>
<p><button type="submit">${send}</button></p></form>`,
  );
}

/** How a proposal stands when there is nothing for the reader to answer. */
export function proposalState(
  frame: PageFrame,
  { start, others }: Pick<ProposalPage, "start" | "others">,
  state: "waiting" | "settled",
): string {
  const words = sessionWordsIn[frame.reader.locale];
  const date = fullDate(frame.reader, start);
  const [title, text] =
    state === "waiting"
      ? words.proposal.waiting
      : [words.proposal.settled[0], words.proposal.settled[1](date)];
  return page(
    frame,
    { title },
    html`<p><strong>${words.with(namesOf(frame.reader, others))}</strong></p><p>${text}</p>`,
  );
}
