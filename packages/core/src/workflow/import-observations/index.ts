export { runObservationImport } from "./run.ts";
export { importObservations } from "./start.ts";
