export { advanceProgramme } from "./advance.ts";
export { closeApplicationLink, getApplicationLink, openApplicationLink } from "./application-link.ts";
export { changeProgramme } from "./change.ts";
export { createProgramme } from "./create.ts";
export { duplicateProgramme } from "./duplicate.ts";
export { Eligibility, isEligible, misfitsOf } from "./eligibility.ts";
export {
  type Format,
  type FormatDifferences,
  formatNames,
  formatOf,
  formats,
  type Meets,
  meetsInGroups,
  Role,
  sidesOf,
} from "./format.ts";
export {
  groupSizeOf,
  inPersonShareOf,
  isInPerson,
  isTogether,
  LARGEST_GROUP,
  placeOfItsKind,
} from "./format-rules.ts";
export { getProgramme } from "./get.ts";
export { PROGRAMMES_BY_UPDATE, programmeRef } from "./items.ts";
export { getReadiness } from "./judge-readiness.ts";
export { leaveManagement } from "./leave-management.ts";
export { askingPhases, meetingPhases, type ProgrammePhase, programmeLifecycle } from "./lifecycle.ts";
export { listProgrammes, ProgrammesRequest } from "./list.ts";
export { isCurrent, manageLinkId, manageLinkOf } from "./manage-link.ts";
export {
  Management,
  managementIdOf,
  managementItem,
  managementRef,
  managementsOf,
  newManagement,
} from "./management.ts";
export { managementsOfPerson } from "./managements-of-person.ts";
export { requireMatchingOpen } from "./matching-open.ts";
export {
  type CriterionName,
  criterionNames,
  MatchingRules,
  usualMatching,
  usualWeights,
} from "./matching-rules.ts";
export { type Evidence, Objective, ObjectiveInputs } from "./objective.ts";
export { hasEnded, openPhases } from "./open.ts";
export { pauseProgramme, wasPausedAt } from "./pause.ts";
export { askedForPreview, MANAGEMENT_PREVIEW, previewsFor, previewsLeft } from "./previews.ts";
export { readProgramme } from "./read.ts";
export { Readiness } from "./readiness.ts";
export {
  changedRules,
  instrumentsOf,
  MAXIMUM_WEEKS_BETWEEN_SESSIONS,
  matchingRulesOf,
  type Rules,
  SESSION_PULSE,
  sessionCountOf,
  sessionsLeftOf,
  usualRules,
  workingHoursOf,
} from "./rules.ts";
export { Programme, ProgrammeChange, ProgrammeInput, ProgrammeView } from "./schema.ts";
export { requireManaged } from "./scope.ts";
export { setObjectives } from "./set-objectives.ts";
export { getTemplate, listTemplates, TemplateAddress, TemplateVersion } from "./shipped/index.ts";
export { ProgrammeTemplate } from "./template.ts";
export { Place, requireVenue, requireVenues, Venue, type Venues, withoutWords } from "./venue.ts";
export { digestsFor, MANAGEMENT_DIGEST } from "./weekly-digest.ts";
export { isEnrolmentOpen, isMatchingOpen } from "./window.ts";
