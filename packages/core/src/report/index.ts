export { healthOf, healthOfPairings, PairingHealth } from "./pairing-health.ts";
