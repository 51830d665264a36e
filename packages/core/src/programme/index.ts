export { advanceProgramme, pauseProgramme } from "./advance.ts";
export { createProgramme } from "./create.ts";
export { type Format, formats } from "./format.ts";
export { getProgramme } from "./get.ts";
export { programmeRef } from "./items.ts";
export { type ProgrammePhase, programmeLifecycle } from "./lifecycle.ts";
export { Programme, ProgrammeInput } from "./schema.ts";
