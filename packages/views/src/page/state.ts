import type { Instant } from "@viceversa/core/time.ts";
import { html } from "hono/html";
import { fullDate, namesOf } from "../dates.ts";
import { contactLink, type Markup, type PageFrame, page } from "./layout.ts";
import { stateWordsIn } from "./state-words.ts";

interface AboutSession {
  readonly start: Instant;
  readonly others: readonly string[];
}

/** What a link leads to when there is nothing to do. */
export type PageState =
  | { readonly state: "answered" | "unknown" | "not-joinable" | "expired" | "broken" }
  /** `closedAt` is absent for what was closed before its hour. */
  | { readonly state: "closed"; readonly closedAt?: Instant }
  | ({ readonly state: "cancelled" | "excused" | "over" } & AboutSession);

/** The page of a link that has nothing to do any more, or never had. */
export function statePage(frame: PageFrame, state: PageState): string {
  const [title, content] = faceOf(frame, state);
  return page(frame, { title }, content);
}

function faceOf(frame: PageFrame, state: PageState): [title: string, content: Markup] {
  const { reader } = frame;
  const words = stateWordsIn[reader.locale];
  switch (state.state) {
    case "closed": {
      const date = state.closedAt && fullDate(reader, state.closedAt);
      return [words.closed.title, html`<p>${words.closed.text(date)}</p>`];
    }
    case "cancelled":
    case "excused":
    case "over": {
      const [title, text] = words[state.state];
      const session = words.session(namesOf(reader, state.others));
      const date = fullDate(reader, state.start);
      return [title, html`<p><strong>${session}</strong><br>${date}</p><p>${text}</p>`];
    }
    case "unknown":
    case "expired":
    case "not-joinable": {
      const [title, text] = words[state.state];
      return [title, html`<p>${text} ${contactLink(frame)}.</p>`];
    }
    default: {
      const [title, text] = words[state.state];
      return [title, html`<p>${text}</p>`];
    }
  }
}
