export { type AnswerFaults, Answers, readAnswers, scored } from "./answers.ts";
export { latestInstruments, wholeLanguagesOf } from "./latest.ts";
export { getInstrument, listInstruments, publishInstrument } from "./publish.ts";
export { Instrument, InstrumentInput, type InstrumentItem, MAXIMUM_COMMENT } from "./schema.ts";
export { shippedInstruments } from "./shipped/index.ts";
