import { deriveId, type Id } from "../ids.ts";
import type { Item, Key } from "../table.ts";
import type { Observation, ObservationInput } from "./schema.ts";

/**
 * Access patterns:
 *   one observation              pk = observation#<id>, sk = ENTITY; its id is derived from what it is known by
 *   all of a programme           byProgramme: programmePk = observation#<programme>, by indicator and day
 *   one indicator's, in a time   byProgramme: programmeSk from <indicator>#<from> to <indicator>#<to>
 */
export const observationIdOf = ({
  programmeId,
  indicatorId,
  scope,
  role,
  date,
}: Pick<ObservationInput, "programmeId" | "indicatorId" | "scope" | "role" | "date">): Id<"observation"> =>
  deriveId("observation", programmeId, indicatorId, scope, role ?? "all", date);

export const observationKey = (id: Id<"observation">): Key => ({ pk: `observation#${id}`, sk: "ENTITY" });
export const observationSubject = (id: Id<"observation">) => ({ type: "observation", id }) as const;
export const observationsOf = (programmeId: Id<"programme">): string => `observation#${programmeId}`;

/** Sorts behind every day and every id. */
const BEHIND = "~";

/** The stretch of a programme's observations that are of one indicator and lie between two days, both included. */
export const seriesOf = (
  indicatorId: Id<"indicator">,
  { from = "", to = "" }: { from?: string | undefined; to?: string | undefined },
) => ({
  from: `${indicatorId}#${from}`,
  to: `${indicatorId}#${to}${BEHIND}`,
});

export const observationItem = (observation: Observation): Item => ({
  ...observationKey(observation.id),
  programmePk: observationsOf(observation.programmeId),
  programmeSk: `${observation.indicatorId}#${observation.date}#${observation.id}`,
  schemaVersion: 1,
  ...observation,
});

/** An observation that is new. */
export const newObservation = (input: ObservationInput, now: Observation["createdAt"]): Observation => ({
  ...input,
  id: observationIdOf(input),
  version: 1,
  createdAt: now,
  updatedAt: now,
});
