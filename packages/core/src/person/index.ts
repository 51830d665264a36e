export { changePerson, overwritePerson } from "./change.ts";
export { createPerson } from "./create.ts";
export { deactivatePerson } from "./deactivate.ts";
export { pagesOfPeople } from "./directory.ts";
export {
  beginErasingWrites,
  beingErased,
  erasingWrites,
  isErased,
  nameOf,
  noErasureUnderWay,
  requireUnerased,
} from "./erasure.ts";
export { findPerson } from "./find.ts";
export { findByEmail } from "./find-by-email.ts";
export { generationOf } from "./generation.ts";
export { getPerson } from "./get.ts";
export { externalIdKey, personKey, personRef } from "./items.ts";
export { isActive, isKnown, type PersonState, personLifecycle } from "./lifecycle.ts";
export { listPeople, PeopleRequest } from "./list.ts";
export { looksAfter, monthsGone } from "./looks-after.ts";
export {
  isSuppressed,
  Mailbox,
  type MailClass,
  mailboxKey,
  mailClasses,
  mayBeMailed,
  type ParticipantMailClass,
  unsubscribeId,
  unsubscriptionOf,
} from "./mailbox.ts";
export { areMailsStopped } from "./mails-stopped.ts";
export { listManagerCycles, ManagerCycles } from "./manager-cycles.ts";
export {
  changeNotificationPreferences,
  getNotificationPreferences,
  NotificationPreferences,
  NotificationPreferencesChange,
} from "./notification-preferences.ts";
export {
  DeliveryPreferences,
  deliveryPreferencesOf,
  preferencesKey,
  Rhythm,
  readDeliveryPreferences,
} from "./preferences.ts";
export { reactivatePerson } from "./reactivate.ts";
export { managerCycles, type Reporting, reportingLine } from "./reporting-line.ts";
export { Person, PersonChange, PersonInput, seniorities } from "./schema.ts";
export { stopMails } from "./stop-mails.ts";
export { suppressMailbox } from "./suppress-mailbox.ts";
