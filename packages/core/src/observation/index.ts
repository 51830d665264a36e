export { changeObservation } from "./change.ts";
export { createObservation, stillActive } from "./create.ts";
export { deleteObservation } from "./delete.ts";
export { type Misfit, misdatesOf, misfitsOf, otherwiseThere, saysTheSame } from "./fit.ts";
export { getObservation } from "./get.ts";
export { newObservation, observationIdOf, observationItem, observationKey, observationsOf } from "./items.ts";
export { listObservations, ObservationsRequest } from "./list.ts";
export { Observation, ObservationChange, ObservationInput } from "./schema.ts";
