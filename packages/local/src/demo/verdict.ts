import type { Answer } from "./client.ts";
import type { DeliveredMail } from "./readers.ts";

/** What happened in the demo, as the API tells it and as the demo knows it did it. */
export interface Happened {
  readonly now: number;
  readonly sessions: readonly Answer[];
  /** All addresses that a participant has had. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  /** Who gets no mail any more, and from when on. */
  readonly silent: ReadonlyMap<string, number>;
  /** Who gets no reminders any more, and from when on. */
  readonly optedOut: ReadonlyMap<string, number>;
  /** Addresses that nothing reaches. */
  readonly unreachable: ReadonlySet<string>;
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
}

const DAY = 86_400_000;

/** Mails that say the same to the same reader. */
export function duplicates(mails: readonly DeliveredMail[]): number {
  const seen = new Map<string, number>();
  for (const { to, kind, subject, calendar, links, sentAt } of mails) {
    const about = calendar
      ? `${calendar.uid} ${calendar.method} ${calendar.sequence}`
      : kind === "questionnaire reminder"
        ? `${questionnaireOf(links)} ${Math.floor(sentAt / DAY)}`
        : kind === "questionnaire"
          ? questionnaireOf(links)
          : kind === "digest"
            ? `${subject} ${Math.floor(sentAt / DAY)}`
            : subject;
    const key = `${to}\n${kind}\n${about}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen.values()].reduce((sum, count) => sum + count - 1, 0);
}

const questionnaireOf = (links: readonly string[]): string =>
  links.find((link) => link.includes("/p/questionnaire/")) ?? "";

/** How many mails the one got who got most, and how many people get on average, over everybody who got any. */
export function mailsPerPerson(mails: readonly DeliveredMail[]): { most: number; mean: number } {
  const counts = new Map<string, number>();
  for (const { to } of mails) counts.set(to, (counts.get(to) ?? 0) + 1);
  const all = [...counts.values()];
  return { most: Math.max(0, ...all), mean: all.length === 0 ? 0 : mails.length / all.length };
}

/**
 * What somebody should have had of sessions that took place and has not: who was expected an invitation and a reminder,
 * and who was called off while the others met a cancellation of what she had been invited to.
 */
export function lost(mails: readonly DeliveredMail[], happened: Happened): string[] {
  const byReader = Map.groupBy(mails, ({ to }) => to);
  const took = happened.sessions.filter(
    ({ state, start }) => state !== "cancelled" && Date.parse(start) <= happened.now,
  );
  return took.flatMap((session) =>
    session.attendees.flatMap(({ participantId, state }: Answer) => {
      const own = happened.addresses.get(participantId) ?? [];
      const mine = own.flatMap((address) => byReader.get(address) ?? []);
      const to = own.at(-1) ?? "";
      const missing =
        state === "cannot"
          ? missingWhenCalledOff(mine, to, session, happened)
          : missingOf(mine, to, session, happened);
      return missing.map((what) => `${what} ${session.id} ${to}`);
    }),
  );
}

const aboutSession = (mine: readonly DeliveredMail[], { id }: Answer): DeliveredMail[] =>
  mine.filter(({ calendar }) => calendar?.uid.startsWith(id));

function missingOf(
  mine: readonly DeliveredMail[],
  to: string,
  session: Answer,
  happened: Happened,
): string[] {
  const calendar = aboutSession(mine, session);
  const told = calendar.some((mail) => mail.calendar?.sequence === session.sequence);
  const isOwed = !isSilent(happened, to, Date.parse(session.scheduledAt));
  // Who has come to a group later was told later, and is reminded of what was still ahead then.
  const joinedAt = session.attendees.length > 2 ? Math.min(...calendar.map(({ sentAt }) => sentAt)) : 0;
  const toldAt = Math.max(Date.parse(session.scheduledAt), joinedAt);
  const isReminded = reminded(mine, session) || !expectsReminder(happened, to, { ...session, toldAt });
  return [...(told || !isOwed ? [] : ["invitation"]), ...(isReminded ? [] : ["reminder"])];
}

function missingWhenCalledOff(
  mine: readonly DeliveredMail[],
  to: string,
  session: Answer,
  { unreachable }: Happened,
): string[] {
  const methods = aboutSession(mine, session).map(({ calendar }) => calendar?.method);
  const isOwed = methods.includes("REQUEST") && !unreachable.has(to);
  return isOwed && !methods.includes("CANCEL") ? ["cancellation"] : [];
}

const isSilent = ({ silent }: Happened, to: string, at: number): boolean =>
  (silent.get(to) ?? Number.POSITIVE_INFINITY) <= at;

const reminded = (mine: readonly DeliveredMail[], { start }: Answer): boolean =>
  mine.some(
    ({ kind, sentAt }) =>
      kind === "reminder" && sentAt >= Date.parse(start) - DAY - 2 * 3_600_000 && sentAt < Date.parse(start),
  );

/** A reminder that the whole pause swallowed is stale; all others are owed. */
function expectsReminder(happened: Happened, to: string, { start, toldAt }: Answer): boolean {
  const due = Date.parse(start) - DAY;
  const stopped = (happened.optedOut.get(to) ?? Number.POSITIVE_INFINITY) <= due;
  const paused = happened.pauses.some(({ from, to }) => due >= from && Date.parse(start) <= to);
  return !stopped && !paused && !isSilent(happened, to, due) && toldAt < due;
}

/**
 * Mails about a session, other than its cancellation, that went after it was cancelled, or to somebody after she was
 * called off while the others meet.
 */
export function afterCancel(mails: readonly DeliveredMail[], { sessions }: Happened): number {
  const cancelled = new Map(
    sessions
      .filter(({ state }) => state === "cancelled")
      .map((session) => [session.id, Date.parse(session.cancelledAt)]),
  );
  const calledOff = new Set<string>();
  return mails.filter((mail) => {
    const session = sessionOf(mail) ?? "";
    const hers = `${session} ${mail.to}`;
    const isCancellation = mail.kind === "cancellation";
    if (isCancellation) calledOff.add(hers);
    const cancelledAt = cancelled.get(session) ?? Number.POSITIVE_INFINITY;
    return !isCancellation && (mail.sentAt > cancelledAt || calledOff.has(hers));
  }).length;
}

/** Which session a mail is about: its calendar part says so, or else its "I can't make it" link. */
const sessionOf = ({ calendar, links }: DeliveredMail): string | undefined =>
  calendar?.uid.split("@")[0] ??
  links.map((link) => /\/p\/cannot-come\/cannot-come\.(ses_\w+)~/.exec(link)?.[1]).find(Boolean);
