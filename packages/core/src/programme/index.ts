export { advanceProgramme, pauseProgramme } from "./advance.ts";
export { createProgramme } from "./create.ts";
export { type Format, formats } from "./format.ts";
export { getProgramme } from "./get.ts";
export { PROGRAMMES_BY_UPDATE, programmeRef } from "./items.ts";
export { meetingPhases, type ProgrammePhase, programmeLifecycle } from "./lifecycle.ts";
export { Programme, ProgrammeInput } from "./schema.ts";
export { requireVenue, Venue } from "./venue.ts";
