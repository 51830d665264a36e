export {
  answerQuestionnaire,
  type LinkState,
  type OpenedQuestionnaire,
  openQuestionnaire,
} from "./answer.ts";
export { changeWave } from "./change.ts";
export { countInvitations, getWave, listComments, listWaves, ReleasedComment, WavesRequest } from "./get.ts";
export {
  commentItem,
  hasExpired,
  invitationIdOf,
  invitationItem,
  invitationRef,
  invitationsOf,
  namedItem,
  namedKey,
  releaseKey,
  responsesOf,
  waveRef,
  wavesOf,
} from "./items.ts";
export { invitationLifecycle, waveLifecycle } from "./lifecycle.ts";
export {
  mailsFor,
  QUESTIONNAIRE_INVITATION,
  QUESTIONNAIRE_REMINDER,
  releaseAt,
  roundsFrom,
  roundsOf,
  wakesFor,
} from "./messages.ts";
export { privacyOf } from "./privacy.ts";
export { type CountedResponse, releasedComments, releaseTables } from "./release-tables.ts";
export { scheduleWave } from "./schedule.ts";
export { Invitation, NamedAnswers, Response, Role, Wave, WaveChange, WaveInput, WaveView } from "./schema.ts";
export { ReleasedTables } from "./tables.ts";
