export {
  answerQuestionnaire,
  type LinkState,
  type OpenedQuestionnaire,
  openQuestionnaire,
} from "./answer.ts";
export { changeWave } from "./change.ts";
export { countInvitations, getWave, listComments, listWaves, ReleasedComment, WavesRequest } from "./get.ts";
export {
  changeKey,
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
  WAVE_POINTER,
  waveItem,
  wavePointer,
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
  wakesFor,
} from "./messages.ts";
export {
  type Answered,
  type ChangeCell,
  type LinkedResponse,
  pairedChange,
  ReleasedChange,
} from "./paired-change.ts";
export { pairedStatistics, studentQuantile } from "./paired-statistics.ts";
export {
  isWithinHorizon,
  type PlannedWave,
  plannedWaveId,
  pulseWaveId,
  siblingsOf,
  wavesAhead,
  wavesFor,
} from "./plan.ts";
export { privacyOf } from "./privacy.ts";
export { type CountedResponse, releasedComments, releaseTables } from "./release-tables.ts";
export { scheduleWave } from "./schedule.ts";
export { Invitation, NamedAnswers, Response, Wave, WaveChange, WaveInput, WaveView } from "./schema.ts";
export { shownGroups } from "./suppress.ts";
export { ReleasedTables } from "./tables.ts";
