export { absenceId, absenceOf } from "./absence.ts";
export { ActionItem, ActionItemChange, ActionItemInput, actionItemKey } from "./action-item.ts";
export { addActionItem } from "./add-action-item.ts";
export { Agenda, AgendaChange, agendaKey, getAgenda, writeAgenda } from "./agenda.ts";
export { recordAttendance } from "./attendance.ts";
export { Attendee, sequenceFor } from "./attendee.ts";
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
export { changeActionItem } from "./change-action-item.ts";
export { completionWrite, endOf, isComplete } from "./complete.ts";
export { confirmSession } from "./confirm.ts";
export { sayAbsent } from "./excuse.ts";
export { attendeesAfter, attendeesWrite } from "./follow-members.ts";
export { getSession } from "./get.ts";
export { SESSION_POINTER, sessionItem, sessionPointer, sessionRef, sessionsOf } from "./items.ts";
export { type AttendeeState, attendeeLifecycle, type SessionState, sessionLifecycle } from "./lifecycle.ts";
export { listSessions, SessionsRequest } from "./list.ts";
export { actionItemsOf, listActionItems, openActionItems } from "./list-action-items.ts";
export {
  followUpsFor,
  messagesFor,
  SESSION_CANCELLATION,
  SESSION_FOLLOW_UP,
  SESSION_INVITATION,
  SESSION_MOVE,
  SESSION_PROPOSAL,
} from "./messages.ts";
export { moveSession } from "./move.ts";
export { getNote, Note, NoteChange, NoteKind, noteKey, writeNote } from "./notes.ts";
export { type RoundRules, sessionsOfRound } from "./of-plan.ts";
export { planSession } from "./plan.ts";
export { acceptProposal, proposeTime } from "./propose.ts";
export { remindersFor, SESSION_REMINDER } from "./reminders.ts";
export {
  Attendance,
  CancellationReason,
  Session,
  SessionBefore,
  SessionCancellation,
  SessionInput,
  SessionMove,
  SessionView,
} from "./schema.ts";
export { type TitledTopic, titledTopics } from "./topics.ts";
export { meetsWithout } from "./without.ts";
export { writersOf } from "./writers.ts";
