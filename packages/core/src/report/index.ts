export { Alert, AlertCode, Alerts, alertCodes } from "./alert.ts";
export { alertsOf } from "./alerts-of.ts";
export { findAlerts, type Situation } from "./find-alerts.ts";
export {
  healthOf,
  healthOfPairings,
  lastHeldIn,
  nextIn,
  PairingHealth,
  watchPairings,
} from "./pairing-health.ts";
export { type QuietSpell, quietSpellOf } from "./quiet.ts";
