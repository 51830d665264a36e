export { addMember, joiningMembers, joiningWrites } from "./add-member.ts";
export { acceptPairing } from "./answer.ts";
export { changePairing } from "./change.ts";
export { createPairing, freshPairing, proposingWrites } from "./create.ts";
export { declinePairing } from "./decline.ts";
export { endingWrites, endPairing } from "./end.ts";
export { canMeet, hasAgreed, type JudgeTeachings, teachingsIn, willing } from "./gathering.ts";
export { getPairing, readPairing, shownTo } from "./get.ts";
export { advancesFor, horizonOf, PAIRING_ADVANCE, upcomingDates } from "./horizon.ts";
export { PAIRING_POINTER, pairingRef, pairingsOf } from "./items.ts";
export { goesOnWithout, type Leaving, leavingWrites } from "./leave.ts";
export {
  hasEnded,
  meetingStates,
  openStates,
  type PairingState,
  pairingLifecycle,
} from "./lifecycle.ts";
export { listPairings, PairingsRequest } from "./list.ts";
export {
  farewellsFor,
  NUDGE_DAYS,
  nudgesFor,
  PAIRING_FAREWELL,
  PAIRING_NUDGE,
  PAIRING_PROPOSAL,
  proposalsFor,
} from "./messages.ts";
export { type RefusedPlaces, refusedPlaces } from "./places.ts";
export {
  datesOf,
  nextWorkingDay,
  Plan,
  type PlannedDate,
  requireMeetable,
  type WorkingDays,
} from "./plan.ts";
export { removeMember } from "./remove-member.ts";
export {
  type Goal,
  MAXIMUM_GOALS,
  type Member,
  Pairing,
  PairingChange,
  type PairingEnding,
  PairingInput,
} from "./schema.ts";
export { unwindPairing } from "./unwind.ts";
export { forgetUnwinding, readUnwindings, Unwinding, UnwindingReason, unwindingOf } from "./unwinding.ts";
