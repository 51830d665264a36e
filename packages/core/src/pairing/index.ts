export { acceptPairing } from "./answer.ts";
export { createPairing } from "./create.ts";
export { endingWrites, endPairing } from "./end.ts";
export { getPairing } from "./get.ts";
export { pairingRef } from "./items.ts";
export { type PairingState, pairingLifecycle } from "./lifecycle.ts";
export { datesOf, Plan, type PlannedDate } from "./plan.ts";
export { type Member, Pairing, type PairingEnding, PairingInput } from "./schema.ts";
