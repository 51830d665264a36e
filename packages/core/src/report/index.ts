export { healthOf, healthOfPairings, lastHeldIn, nextIn, PairingHealth } from "./pairing-health.ts";
export { type QuietSpell, quietSpellOf } from "./quiet.ts";
