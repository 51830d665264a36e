import type { Seat, ToldPair } from "@viceversa/core/matching/index.ts";
import { formatOf } from "@viceversa/core/programme/index.ts";
import type { LocalText } from "@viceversa/core/text.ts";
import { type OpenedMatching, type Part, pairOrders } from "@viceversa/core/workflow/opened-matching.ts";
import { html } from "hono/html";
import { fullDate } from "../dates.ts";
import { said } from "./fields.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";
import type { MatchingWords, Obstacle } from "./matching-words.ts";
import { matchingWordsIn } from "./matching-words-in.ts";

/** A programme's matching as its manager looks at it. */
export interface MatchingPage extends OpenedMatching {
  readonly programme: string;
}

type Run = NonNullable<MatchingPage["run"]>;
type Summary = NonNullable<Run["summary"]>;

interface Frame extends MatchingPage {
  readonly frame: PageFrame;
  readonly words: MatchingWords;
}

/** Who is proposed to meet whom and why, who nobody and why not, and whether there is anything better. */
export function matchingPage(frame: PageFrame, content: MatchingPage): string {
  const words = matchingWordsIn[frame.reader.locale];
  const whole: Frame = { ...content, frame, words };
  const { run } = content;
  return page(
    frame,
    { title: words.title(content.programme) },
    html`<p class="soft">${words.about}</p>
${run ? standing(whole, run) : html`<p>${words.none}</p>`}${run?.summary ? proposal(whole, run, run.summary) : ""}${earlier(whole)}`,
  );
}

function standing({ frame, words }: Frame, { state, failure, createdAt }: Run): Markup {
  return html`<p><strong>${words.state[state]}</strong>${failure ? html` <span lang="en">${failure}</span>` : ""} <span class="soft">${words.begun(fullDate(frame.reader, createdAt))}</span></p>`;
}

function proposal(whole: Frame, run: Run, summary: Summary): Markup {
  const { frame, words, pairs, unmatched } = whole;
  const { figures } = words;
  const facts = [
    figures.pairs(summary.pairs),
    ...(summary.locked > 0 ? [figures.locked(summary.locked)] : []),
    ...(summary.byHand > 0 ? [figures.byHand(summary.byHand)] : []),
    summary.unmatched.peers === undefined
      ? figures.unmatched(summary.unmatched.mentors, summary.unmatched.mentees)
      : figures.unmatchedPeers(summary.unmatched.peers),
    ...(run.state === "published" ? [figures.published(summary.published, summary.skipped)] : []),
  ];
  return html`<ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
<h2>${words.proof}</h2><p>${said(frame, summary.proof)}</p>${dropped(whole, run)}
${summary.pairs > 0 ? distribution(words, summary.distribution) : ""}
<h2 id="pairs">${words.pairs}</h2>${pairs.count > 0 ? orders(whole) : html`<p>${words.noPairs}</p>`}${pairs.items.map((one) => pair(whole, one))}${pager(whole, "pairs", pairs)}
<h2 id="people">${words.unmatched}</h2>${unmatched.count > 0 ? html`<dl>${unmatched.items.map((seat) => person(whole, seat))}</dl>` : html`<p>${words.allMatched}</p>`}${pager(whole, "people", unmatched)}`;
}

const nameIn = ({ names, words }: Frame, id: Seat["participantId"]): string => names.get(id) ?? words.gone;

function coupleIn(whole: Frame, ids: readonly [Seat["participantId"], Seat["participantId"]]): string {
  const { run, words } = whole;
  const [one, other] = [nameIn(whole, ids[0]), nameIn(whole, ids[1])];
  return run && formatOf(run).gathers === "peers" ? words.peers(one, other) : words.couple(one, other);
}

function dropped(whole: Frame, { result }: Run): Markup | "" {
  const { words } = whole;
  if (!result || result.droppedLocks.length === 0) return "";
  return html`<h2>${words.dropped}</h2><ul>${result.droppedLocks.map(
    ({ mentorId, menteeId, reasons }) =>
      html`<li>${coupleIn(whole, [mentorId, menteeId])}: ${reasons.map((code) => words.obstacles[code]).join("; ")}</li>`,
  )}</ul>`;
}

/** A name, how much, and what that is in words; a bar is the figure beside it once more, for who sees it. */
const bar = (name: string, share: number, figure: string): Markup =>
  html`<li><span>${name}</span><span class="bar" aria-hidden="true"><i style="width:${Math.round(share * 100)}%"></i></span><b>${figure}</b></li>`;

function distribution(words: MatchingWords, steps: readonly number[]): Markup {
  const most = Math.max(...steps);
  const width = 100 / steps.length;
  const rows = steps.map((count, at) => {
    const last = at === steps.length - 1;
    const name = words.step(Math.round(at * width), Math.round((at + 1) * width) - (last ? 0 : 1));
    return bar(name, count / most, words.pairsOf(count));
  });
  return html`<h2>${words.distribution}</h2><ul class="bars">${rows}</ul>`;
}

function orders({ words, order, run }: Frame): Markup {
  return html`<p class="links">${pairOrders.map((one, at) => {
    const between = at > 0 ? " · " : "";
    return one === order
      ? html`${between}<strong>${words.order[one]}</strong>`
      : html`${between}<a href="?${queryOf({ run: run?.id, order: one })}#pairs">${words.order[one]}</a>`;
  })}</p>`;
}

function queryOf(fields: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return new URLSearchParams(given).toString();
}

const inPoints = (share: number): number => Math.round(share * 100);

function pair(whole: Frame, { pair: proposed, said: told, warnings, since }: ToldPair): Markup {
  const { frame, words } = whole;
  const { mentorId, menteeId, score, locked, origin, publication } = proposed;
  const marks = [
    words.score(inPoints(score)),
    ...(locked ? [words.locked] : []),
    ...(origin === "manager" ? [words.byHand] : []),
    ...(publication ? [words.publication[publication.state]] : []),
  ];
  const counting = (told ?? []).filter(({ weight }) => weight > 0);
  return html`<section class="field"><h3>${coupleIn(whole, [mentorId, menteeId])}</h3><p>${marks.join(" · ")}</p>
${list(frame, words.warnings, warnings)}${list(frame, words.since, since)}${skipped(words, proposed)}
${
  counting.length > 0
    ? html`<ul class="bars">${counting.map(({ name, value }) => bar(words.criteria[name], value, words.points(inPoints(value))))}</ul>
<details><summary>${words.why}</summary><ul>${counting.map(({ sentence }) => html`<li>${said(frame, sentence)}</li>`)}</ul></details>`
    : ""
}</section>`;
}

const list = (frame: PageFrame, title: string, sentences: readonly LocalText[]): Markup | "" =>
  sentences.length > 0
    ? html`<p>${title}</p><ul>${sentences.map((one) => html`<li>${said(frame, one)}</li>`)}</ul>`
    : "";

function skipped(words: MatchingWords, { publication }: ToldPair["pair"]): Markup | "" {
  if (publication?.state !== "skipped") return "";
  const reasons = publication.reasons.map((code) =>
    code === "no-date" ? words.noDate : words.obstacles[code],
  );
  return html`<p>${words.publication.skipped}: ${reasons.join("; ")}</p>`;
}

const otherRoles = { mentor: "mentee", mentee: "mentor", peer: "peer" } as const;

/** What is said of somebody alone, and not of how many others. */
const alone: readonly Obstacle[] = ["not-prepared", "nobody-there"];

function person(whole: Frame, { participantId, role, obstacles }: Seat): Markup {
  const { words } = whole;
  const other = otherRoles[role];
  const reasons = (Object.entries(obstacles) as [Obstacle, number][])
    .toSorted(([code, one], [other, more]) => more - one || code.localeCompare(other))
    .map(([code, count]) =>
      alone.includes(code)
        ? words.obstacles[code]
        : `${words.others(count, other)}: ${words.obstacles[code]}`,
    );
  return html`<dt>${nameIn(whole, participantId)} <span class="soft">(${words.role[role]})</span></dt><dd>${reasons.length > 0 ? reasons.join("; ") : words.takenOut}</dd>`;
}

/** Leads on and back in one list and leaves the other where it is. */
function pager(
  { words, order, run, pairs, unmatched }: Frame,
  name: "pairs" | "people",
  { page: at, pages }: Part<unknown>,
): Markup | "" {
  if (pages === 1) return "";
  const link = (to: number, text: string): Markup => {
    const places = { pairs: String(pairs.page), people: String(unmatched.page), [name]: String(to) };
    return html`<a href="?${queryOf({ run: run?.id, order, ...places })}#${name}">${text}</a>`;
  };
  return html`<p class="links">${at > 1 ? html`${link(at - 1, words.previous)} · ` : ""}${words.page(at, pages)}${at < pages ? html` · ${link(at + 1, words.next)}` : ""}</p>`;
}

function earlier({ frame, words, earlier: runs, run }: Frame): Markup | "" {
  const isOver = run?.state === "published" || run?.state === "discarded" || run?.state === "failed";
  if (runs.length === 0 && !isOver) return "";
  return html`<h2>${words.earlier}</h2><ul class="links">${isOver ? html`<li><a href="?">${words.current}</a></li>` : ""}${runs.map(
    ({ id, createdAt }) =>
      html`<li><a href="?${queryOf({ run: id })}">${words.earlierOf(fullDate(frame.reader, createdAt))}</a></li>`,
  )}</ul>`;
}
