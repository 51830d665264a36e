import { Conflict } from "../errors.ts";
import type { ProgrammePhase } from "./lifecycle.ts";
import type { Programme } from "./schema.ts";

/** Phases in which a programme can still be changed. */
export const openPhases: readonly ProgrammePhase[] = [
  "draft",
  "enrolling",
  "preparing",
  "matching",
  "running",
  "completed",
];

export const hasEnded = ({ phase }: Programme): Conflict =>
  new Conflict(`This programme is ${phase} and changes no more.`, { phase, openPhases });
