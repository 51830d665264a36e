export { cronbachAlpha } from "./alpha.ts";
export { type AnswerFaults, Answers, readAnswers, scored } from "./answers.ts";
export { effortOf } from "./effort.ts";
export { languagesOf } from "./languages.ts";
export { getInstrument, listInstruments, publishInstrument } from "./publish.ts";
export { Instrument, InstrumentInput, type InstrumentItem, MAXIMUM_COMMENT } from "./schema.ts";
export { subscaleScores } from "./scores.ts";
export { shippedInstrument, shippedInstruments } from "./shipped/index.ts";
