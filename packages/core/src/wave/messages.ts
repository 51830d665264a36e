import type { Wanted } from "../due/index.ts";
import { daysAfter, type Instant, plus } from "../time.ts";
import type { Invitation, Wave } from "./schema.ts";

export const QUESTIONNAIRE_INVITATION = "questionnaire.invitation";
export const QUESTIONNAIRE_REMINDER = "questionnaire.reminder";

/** Answers that were under way when a wave closed have arrived by then. */
const RELEASE_DELAY_MINUTES = 5;

/** Inviting a whole audience takes less; whoever is invited later has joined later. */
const LATE_HOURS = 24;

/**
 * When a wave mails: its invitation when it opens, then its reminders at the same hour of its zone, each while there is
 * still a day to answer. What is asked after sessions mails nothing of its own.
 */
export function roundsOf({ opensAt, closesAt, reminders, reminderDays, planned, zone }: Wave): Instant[] {
  if (planned?.point === "month") return [];
  const rounds = Array.from({ length: reminders + 1 }, (_, round) =>
    daysAfter(opensAt, round * reminderDays, zone),
  );
  const lastUseful = daysAfter(closesAt, -1, zone);
  return rounds.filter((at, round) => round === 0 || at <= lastUseful);
}

/**
 * When somebody is mailed whose invitation is made now. Who joins a wave that has asked the others already is invited
 * at once, and reminded with the others when that is late enough.
 */
export function roundsFrom(wave: Wave, now: Instant): Instant[] {
  const rounds = roundsOf(wave);
  if (rounds.length === 0) return [];
  if (now < plus(wave.opensAt, { hours: LATE_HOURS })) return rounds;
  const early = daysAfter(now, wave.reminderDays, wave.zone);
  return [now, ...rounds.filter((at) => at >= early)];
}

export const releaseAt = ({ closesAt }: Pick<Wave, "closesAt">): Instant =>
  plus(closesAt, { minutes: RELEASE_DELAY_MINUTES });

/** The wakes of a wave: one for each hour at which something about it changes. */
export function wakesFor(wave: Wave): Wanted[] {
  const wake = (kind: string, dueAt: Instant, identity: Record<string, number> = {}): Wanted => ({
    work: "wake",
    kind,
    identity,
    dueAt,
  });
  switch (wave.state) {
    case "scheduled":
      return [wake("wave.open", wave.opensAt)];
    case "open":
      return [
        ...roundsOf(wave)
          .slice(1)
          .map((at, before) => wake("wave.round", at, { round: before + 1 })),
        wake("wave.close", wave.closesAt),
      ];
    case "closed":
      return [wake("wave.release", releaseAt(wave))];
    case "released":
    case "superseded":
      return [];
  }
}

/**
 * The mails of an invitation whose hour has come: none once it is answered. A round that the next has
 * overtaken, for instance in a pause, is stale. Rounds to come belong to the wave's wakes.
 */
export function mailsFor({ state, rounds, closesAt }: Invitation, now: Instant): Wanted[] {
  if (state !== "open") return [];
  return rounds
    .filter((at) => at <= now)
    .map((dueAt, round) => ({
      work: "mail",
      kind: round === 0 ? QUESTIONNAIRE_INVITATION : QUESTIONNAIRE_REMINDER,
      identity: { round },
      dueAt,
      expiresAt: rounds[round + 1] ?? closesAt,
    }));
}
