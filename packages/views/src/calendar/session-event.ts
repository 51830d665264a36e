import type { CalendarEntry, Mail, Reader, Sender } from "@viceversa/core/mail.ts";
import type { Instant } from "@viceversa/core/time.ts";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";

/** A session as a calendar gets it. */
export interface SessionEvent {
  readonly method: "REQUEST" | "CANCEL";
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly start: Instant;
  readonly minutes: number;
  readonly entry: CalendarEntry;
  readonly sender: Sender;
  readonly reader: Reader;
}

/**
 * The calendar message of a session (RFC 5545, RFC 5546): times in UTC, so that no zone has to be described;
 * the organizer is a real mailbox, because a decline inside a calendar reaches only that.
 */
export function calendarOf(event: SessionEvent): string {
  const { method, summary, description, location, start, minutes, entry, sender, reader } = event;
  const begins = new Date(start);
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: "Viceversa", product: "Sessions" },
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.stamp),
    start: begins,
    end: new Date(begins.getTime() + minutes * 60_000),
    summary,
    description,
    location,
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: sender.contact.name, email: sender.contact.email },
    attendees: [
      {
        name: reader.name,
        email: reader.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  });
  return `${calendar.toString()}\r\n`;
}

/** The mails that carry a calendar message. */
export type CalendarMail = Extract<Mail, { calendar: CalendarEntry }>;
