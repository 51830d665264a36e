export { Alert, AlertCode, Alerts, alertCodes } from "./alert.ts";
export { alertsOf } from "./alerts-of.ts";
export { Caveat } from "./caveats.ts";
export { findAlerts, type Situation } from "./find-alerts.ts";
export { type IndicatorLine, indicatorLinesOf } from "./indicators.ts";
export { Level, levelIn } from "./level.ts";
export { type Meetings, meetingsOf } from "./meetings.ts";
export {
  type EvidenceLine,
  type ObjectiveLine,
  objectiveLineOf,
  type Standing,
  standingOf,
} from "./objectives.ts";
export {
  healthOf,
  healthOfPairings,
  lastHeldIn,
  nextIn,
  PairingHealth,
  watchPairings,
} from "./pairing-health.ts";
export { type GenerationMix, generationMixOf, type Participation, participationOf } from "./participation.ts";
export { ProgrammeReport } from "./programme-report.ts";
export {
  type AskedWave,
  changesOf,
  type Dimension,
  type DimensionChange,
  dimensionsOf,
  rateOf,
  type WaveRate,
} from "./questionnaires.ts";
export { type QuietSpell, quietSpellOf } from "./quiet.ts";
export { reportOf } from "./report-of.ts";
