export { acceptPairing } from "./answer.ts";
export { createPairing } from "./create.ts";
export { endingWrites, endPairing } from "./end.ts";
export { getPairing } from "./get.ts";
export { advancesFor, horizonOf, PAIRING_ADVANCE, upcomingDates } from "./horizon.ts";
export { PAIRING_POINTER, pairingRef, pairingsOf } from "./items.ts";
export { meetingStates, type PairingState, pairingLifecycle } from "./lifecycle.ts";
export { datesOf, Plan, type PlannedDate } from "./plan.ts";
export { type Member, Pairing, type PairingEnding, PairingInput } from "./schema.ts";
