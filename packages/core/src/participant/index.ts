export { addParticipant } from "./add.ts";
export { changeParticipant } from "./change.ts";
export { getParticipant } from "./get.ts";
export { participantIdOf, participantRef, participantsOf } from "./items.ts";
export { type ParticipantState, participantLifecycle, readyStates } from "./lifecycle.ts";
export { listParticipants, ParticipantsRequest } from "./list.ts";
export { Participant, ParticipantChange, ParticipantInput, ParticipantTransition } from "./schema.ts";
export { requireTakingPart } from "./scope.ts";
export { nextState, transitionParticipant } from "./transition.ts";
