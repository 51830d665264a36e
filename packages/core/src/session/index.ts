export { cancelSession } from "./cancel.ts";
export { getSession } from "./get.ts";
export { sessionItem, sessionRef } from "./items.ts";
export { type AttendeeState, attendeeLifecycle, type SessionState, sessionLifecycle } from "./lifecycle.ts";
export { moveSession } from "./move.ts";
export { planSession, requireVenue } from "./plan.ts";
export { remindersFor, SESSION_REMINDER } from "./reminders.ts";
export { Attendee, Session, SessionCancellation, SessionInput, SessionMove, Venue } from "./schema.ts";
