export { absenceId, absenceOf } from "./absence.ts";
export {
  CalendarLine,
  type CalendarMessage,
  calendarLineKey,
  freeLine,
  holdLine,
  mayHold,
  mustWait,
  takeLine,
} from "./calendar-line.ts";
export { cancellationWrite, cancelSession } from "./cancel.ts";
export { getSession } from "./get.ts";
export { SESSION_POINTER, sessionItem, sessionPointer, sessionRef, sessionsOf } from "./items.ts";
export { type AttendeeState, attendeeLifecycle, type SessionState, sessionLifecycle } from "./lifecycle.ts";
export { listSessions, SessionsRequest } from "./list.ts";
export {
  messagesFor,
  SESSION_CANCELLATION,
  SESSION_INVITATION,
  SESSION_MOVE,
} from "./messages.ts";
export { moveSession } from "./move.ts";
export { sessionOfPlan } from "./of-plan.ts";
export { planSession } from "./plan.ts";
export { remindersFor, SESSION_REMINDER } from "./reminders.ts";
export {
  Attendee,
  CancellationReason,
  Session,
  SessionBefore,
  SessionCancellation,
  SessionInput,
  SessionMove,
} from "./schema.ts";
