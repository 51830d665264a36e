export { Caveat } from "./caveats.ts";
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
export { healthOf, healthOfPairings, PairingHealth } from "./pairing-health.ts";
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
export { reportOf } from "./report-of.ts";
