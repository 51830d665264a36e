export { claim, FENCE_MINUTES } from "./claim.ts";
export { DUE_PREFIX, dueItem, dueKey, dueWorkAttributes } from "./items.ts";
export { type MailState, mailLifecycle, type WakeState, wakeLifecycle } from "./lifecycle.ts";
export { reconcile, type Step } from "./reconcile.ts";
export { type DueMail, type DueWake, type DueWork, dueIdOf, dueWorkOf, type Wanted } from "./schema.ts";
export { SendRate } from "./send-rate.ts";
export {
  drop,
  finishWake,
  joinWrite,
  noteFact,
  part,
  postpone,
  recordSent,
  release,
  type Settlement,
  settle,
} from "./settle.ts";
export { secondsUntilTurn } from "./turn.ts";
