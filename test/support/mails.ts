import type { Mail } from "@viceversa/core/mail.ts";
import { Instant, LocalDate, Zone } from "@viceversa/core/time.ts";

const letter = {
  sender: {
    organisation: "Adventure Works",
    brandColour: "#0b5cad",
    contact: { name: "Carla Conti", email: "carla.conti@example.com" },
    locale: "it" as const,
    zone: Zone.parse("Europe/Rome"),
  },
  reader: {
    name: "Anna Rossi",
    givenName: "Anna",
    email: "anna@example.com",
    locale: "it" as const,
    zone: Zone.parse("Europe/Rome"),
  },
  programme: "AI per chi guida",
};
const own = { ...letter, myProgramme: "token" };

const session = {
  ...own,
  start: Instant.parse("2026-12-03T13:30:00Z"),
  minutes: 60,
  venue: { kind: "link" as const, link: "https://meet.example.com/1" },
  others: ["Bruno"],
};
const calendar = { uid: "ses_1@viceversa", sequence: 0, stamp: Instant.parse("2026-11-24T09:00:00Z") };

const questionnaire = {
  kind: "questionnaire.invitation",
  ...own,
  title: "Come va?",
  effort: { questions: 8, comments: 1 },
  privacy: { mode: "confidential" },
  closesAt: Instant.parse("2026-12-10T17:00:00Z"),
  answer: "token",
  unsubscribe: "token",
} as const;
const followUp = { kind: "session.follow-up", ...session, tell: "token", unsubscribe: "token" } as const;
const proposal = {
  kind: "pairing.proposal" as const,
  ...own,
  again: false,
  others: ["Bruno"],
  topics: ["Intelligenza artificiale", "Video brevi"],
  open: "token",
};

/** One mail of each kind. */
export const sampleMails = {
  invitation: { kind: "session.invitation", ...session, calendar, cannotCome: "token" },
  move: {
    kind: "session.move",
    ...session,
    before: { ...session, start: Instant.parse("2026-12-02T09:00:00Z") },
    calendar: { ...calendar, sequence: 1 },
    cannotCome: "token",
  },
  cancellation: {
    kind: "session.cancellation",
    ...session,
    calendar: { ...calendar, sequence: 2 },
    cause: { who: "another", name: "Bruno", reason: "Ho la febbre.\nScusa!" },
  },
  reminder: { kind: "session.reminder", ...session, cannotCome: "token", unsubscribe: "t".repeat(120) },
  "another time": {
    kind: "session.proposal",
    ...session,
    proposed: { by: "Bruno", start: Instant.parse("2026-12-04T08:30:00Z") },
    reply: "token",
  },
  "follow-up": followUp,
  "invitation to apply": { kind: "participant.invitation", ...letter, again: false, open: "token" },
  preparation: { kind: "participant.preparation", ...letter, again: true, open: "token" },
  refusal: {
    kind: "participant.refusal",
    ...letter,
    reason: "I posti sono finiti.\nCi riproviamo a gennaio?",
  },
  match: proposal,
  preview: {
    kind: "management.preview",
    ...letter,
    goesAt: Instant.parse("2026-12-03T08:00:00Z"),
    original: proposal,
  },
  nudge: {
    kind: "pairing.nudge",
    ...letter,
    others: ["Bruno"],
    lastMet: Instant.parse("2026-11-05T13:30:00Z"),
    next: Instant.parse("2026-12-17T13:30:00Z"),
    open: "token",
    unsubscribe: "token",
  },
  farewell: { kind: "pairing.farewell", ...own, others: ["Bruno"] },
  "weekly summary": {
    kind: "management.digest",
    ...letter,
    monday: LocalDate.parse("2026-11-30"),
    figures: { pairings: 12, quiet: 1, held: 5, planned: 7 },
    alerts: {
      count: 3,
      sentences: [
        "Anna Rossi non ha risposto all’invito di 9 giorni fa.",
        "Bruno aspetta una tua decisione.",
      ],
    },
    outgoing: [
      { kind: "session.reminder", count: 14 },
      { kind: "session.follow-up", count: 10 },
    ],
    open: "token",
    unsubscribe: "token",
  },
  questionnaire,
  digest: { kind: "digest", ...letter, preferences: "token", mails: [followUp, questionnaire] },
} as const satisfies Record<string, Mail>;
