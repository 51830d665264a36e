import type { Instant } from "@viceversa/core/time.ts";
import { html } from "hono/html";
import { fullDate, namesOf, zoneName } from "../dates.ts";
import { faultText, invalid } from "./fields.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type PageFrame, page } from "./layout.ts";
import { sessionWordsIn } from "./session-words.ts";

/** A session with another time that was proposed for it, as whoever is to answer sees it. */
export interface ProposalPage {
  readonly start: Instant;
  readonly others: readonly string[];
  /** Absent while nothing is proposed: then the reader may propose. */
  readonly proposed?: { readonly by: string; readonly start: Instant; readonly proposedAt: string };
  /** What was chosen, and what was typed as a day and time. */
  readonly choice?: string;
  readonly when: string;
  readonly fault?: "choose" | "impossible";
}

/** Asks whether a proposed time suits, or which other one does; nothing is preselected. */
export function proposalPage(frame: PageFrame, proposal: ProposalPage): string {
  const { reader } = frame;
  const words = sessionWordsIn[reader.locale];
  const {
    title,
    stands,
    proposed: proposes,
    answer,
    accept,
    counter,
    when,
    send,
    ...faults
  } = words.proposal;
  const { proposed } = proposal;
  const fault = proposal.fault && faults[proposal.fault];
  const [choose, impossible] = proposal.fault === "choose" ? [fault, undefined] : [undefined, fault];
  const option = (value: "accept" | "counter", label: string) =>
    html`<label class="choice"><input type="radio" name="choice" value="${value}"${proposal.choice === value ? " checked" : ""}> <span>${label}</span></label>`;
  return page(
    frame,
    { title, ...(fault && { notice: frameWordsIn[reader.locale].check }) },
    html`<p><strong>${words.with(namesOf(reader, proposal.others))}</strong><br>${stands(fullDate(reader, proposal.start))}</p>
${proposed ? html`<p><strong>${proposes(proposed.by, fullDate(reader, proposed.start))}</strong></p>` : ""}
<form method="post" novalidate>${proposed ? html`<input type="hidden" name="proposedAt" value="${proposed.proposedAt}">` : ""}
<fieldset id="choice" role="radiogroup" aria-required="true"${fault ? html` class="wrong"` : ""}${choose ? html`${invalid("choice", choose)} tabindex="-1" autofocus` : ""}><legend>${answer}</legend>${faultText("choice", choose)}
${proposed ? option("accept", accept) : ""}
${option("counter", counter)}
<div class="inset"><label for="when">${when(zoneName(reader, proposal.start))}</label>${faultText("when", impossible)}
<input type="datetime-local" id="when" name="when" value="${proposal.when}"${invalid("when", impossible)}${impossible ? " autofocus" : ""}></div></fieldset>
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
