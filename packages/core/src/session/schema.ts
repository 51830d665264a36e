import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { LARGEST_GROUP, Venue } from "../programme/index.ts";
import { Paragraphs } from "../text.ts";
import { Instant, LocalTime, Zone } from "../time.ts";
import { Attendee, AttendeeView } from "./attendee.ts";
import { sessionLifecycle } from "./lifecycle.ts";
import { Outcome } from "./outcome.ts";

/** A mentor and her group. */
const MAXIMUM_ATTENDEES = LARGEST_GROUP + 1;

const base = z.object({
  pairingId: idOf("pairing"),
  localStart: LocalTime.describe("Wall time of its start"),
  zone: Zone.describe("Zone of its wall time"),
  minutes: z.number().int().min(15).max(480).describe("Length, in minutes"),
  venue: Venue,
});

export const SessionInput = z.strictObject({
  ...base.shape,
  venue: Venue.optional().describe("The pairing's own unless another is given"),
  attendees: z
    .array(idOf("participant"))
    .min(2)
    .max(MAXIMUM_ATTENDEES)
    .optional()
    .describe("Which members meet, one of whom teaches; left out, all who have said yes"),
});
export type SessionInput = z.infer<typeof SessionInput>;

export const SessionMove = z.strictObject({
  localStart: LocalTime,
  zone: Zone,
  minutes: base.shape.minutes.optional().describe("As long as before unless given"),
  venue: Venue.optional().describe("Where it was before unless given"),
});
export type SessionMove = z.infer<typeof SessionMove>;

export const SessionCancellation = z.strictObject({
  reason: Paragraphs.optional().describe("Read by the other members only"),
});

/** Another time that an attendee has proposed; it holds once another has accepted it. */
const Proposal = z.object({
  by: idOf("participant"),
  localStart: LocalTime,
  zone: Zone,
  start: Instant,
  proposedAt: Instant.describe("Tells one proposal from another"),
});

/** Whoever was expected and is not named was there. */
export const Attendance = z.strictObject({
  attendees: z
    .array(z.strictObject({ participantId: idOf("participant"), state: z.enum(["attended", "absent"]) }))
    .min(1)
    .max(MAXIMUM_ATTENDEES),
});
export type Attendance = z.infer<typeof Attendance>;

/** A session as it is stored. */
export const Session = base.extend({
  id: idOf("session"),
  programmeId: idOf("programme"),
  planned: z
    .object({
      revision: z.number().int(),
      ordinal: z.number().int(),
      menteeId: idOf("participant").optional().describe("In mixed: whom alone the mentor meets"),
    })
    .optional()
    .describe("Which meeting of the pairing's plan it is; absent when it was made by hand"),
  attendees: z.array(Attendee),
  state: stateIn(sessionLifecycle),
  start: Instant.describe("Derived from its wall time and zone"),
  scheduledAt: Instant.describe("When its present time was fixed"),
  timeZoneData: z.string().describe("Version of the tz data that derived its start"),
  sequence: z.number().int().describe("Rises with each move and with the cancellation (RFC 5545, SEQUENCE)"),
  cancelledAt: Instant.optional(),
  outcome: Outcome.optional().describe("How it is known whether it took place; absent until it is"),
  proposal: Proposal.optional().describe("Another time that waits for an answer"),
  version: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Session = z.infer<typeof Session>;

/** A session as clients see it. */
export const SessionView = Session.extend({ attendees: z.array(AttendeeView) }).meta({ id: "Session" });

/**
 * What a session was before it last moved, and the sequence under which that was told: stored, mailed to whoever
 * was told, and in no view.
 */
export const SessionBefore = z.object({
  sequence: z.number().int(),
  start: Instant,
  minutes: base.shape.minutes,
  venue: Venue,
});
export type SessionBefore = z.infer<typeof SessionBefore>;

/** Why a session was cancelled, and by whom: stored, mailed to the others, and in no view. */
export const CancellationReason = z.object({
  cancelledBy: idOf("participant").optional(),
  cancellationReason: Paragraphs.optional(),
});
export type CancellationReason = z.infer<typeof CancellationReason>;
