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

/** Invitations and reminders of sessions that took place which somebody should have had and has not. */
export function lost(mails: readonly DeliveredMail[], happened: Happened): string[] {
  const missing: string[] = [];
  const took = happened.sessions.filter(
    ({ state, start }) => state !== "cancelled" && Date.parse(start) <= happened.now,
  );
  for (const session of took) {
    for (const { participantId } of session.attendees) {
      const own = happened.addresses.get(participantId) ?? [];
      const mine = mails.filter((mail) => own.includes(mail.to));
      const to = own.at(-1) ?? "";
      const told = mine.some(
        ({ calendar }) => calendar?.uid.startsWith(session.id) && calendar.sequence === session.sequence,
      );
      if (!told && !isSilent(happened, to, Date.parse(session.scheduledAt)))
        missing.push(`invitation ${session.id} ${to}`);
      if (!reminded(mine, session) && expectsReminder(happened, to, session))
        missing.push(`reminder ${session.id} ${to}`);
    }
  }
  return missing;
}

const isSilent = ({ silent }: Happened, to: string, at: number): boolean =>
  (silent.get(to) ?? Number.POSITIVE_INFINITY) <= at;

const reminded = (mine: readonly DeliveredMail[], { start }: Answer): boolean =>
  mine.some(
    ({ kind, sentAt }) =>
      kind === "reminder" && sentAt >= Date.parse(start) - DAY - 2 * 3_600_000 && sentAt < Date.parse(start),
  );

/** A reminder that the whole pause swallowed is stale; all others are owed. */
function expectsReminder(happened: Happened, to: string, { start, scheduledAt }: Answer): boolean {
  const due = Date.parse(start) - DAY;
  const stopped = (happened.optedOut.get(to) ?? Number.POSITIVE_INFINITY) <= due;
  const paused = happened.pauses.some(({ from, to }) => due >= from && Date.parse(start) <= to);
  return !stopped && !paused && !isSilent(happened, to, due) && Date.parse(scheduledAt) < due;
}

/** Mails about a session, other than its cancellation, that went after it was cancelled. */
export function afterCancel(mails: readonly DeliveredMail[], { sessions }: Happened): number {
  const cancelled = new Map(
    sessions
      .filter(({ state }) => state === "cancelled")
      .map((session) => [session.id, Date.parse(session.cancelledAt)]),
  );
  return mails.filter((mail) => {
    const at = cancelled.get(sessionOf(mail) ?? "");
    return mail.kind !== "cancellation" && at !== undefined && mail.sentAt > at;
  }).length;
}

/** Which session a mail is about: its calendar part says so, or else its "I can't make it" link. */
const sessionOf = ({ calendar, links }: DeliveredMail): string | undefined =>
  calendar?.uid.split("@")[0] ??
  links.map((link) => /\/p\/cannot-come\/cannot-come\.(ses_\w+)~/.exec(link)?.[1]).find(Boolean);
