export { addParticipant, requireEnrolment } from "./add.ts";
export { Agreement } from "./agreement/schema.ts";
export { presentAgreement, shippedAgreements } from "./agreement/shipped.ts";
export { assessReadiness, readinessInstrument } from "./assess-readiness.ts";
export { isOpenTo } from "./availability.ts";
export { changeParticipant } from "./change.ts";
export { getParticipant } from "./get.ts";
export { participantIdOf, participantRef, participantsOf } from "./items.ts";
export { hasLeft, type ParticipantState, participantLifecycle, readyStates } from "./lifecycle.ts";
export { listParticipants, ParticipantsRequest } from "./list.ts";
export {
  mailsFor,
  PARTICIPANT_INVITATION,
  PARTICIPANT_PREPARATION,
  PARTICIPANT_REFUSAL,
  type StepKind,
  stepOf,
} from "./messages.ts";
export { participantsOfPerson } from "./of-person.ts";
export { openSteps, Preparation } from "./preparation.ts";
export { Exclusions, exclusionsKey, Profile, ProfileInput, profileKey } from "./profile.ts";
export { type Capacities, capacitiesOf, requireRole, roleOf, usualCapacityIn } from "./role.ts";
export {
  Participant,
  ParticipantChange,
  ParticipantInput,
  ParticipantMove,
  type ParticipantTransition,
} from "./schema.ts";
export { requireSelf, requireTakingPart } from "./scope.ts";
export { signAgreement } from "./sign.ts";
export { activationWrite, nextState, transitionParticipant, withdrawalWrite } from "./transition.ts";
export { apply, getProfile, writeExclusions, writeProfile } from "./write-profile.ts";
