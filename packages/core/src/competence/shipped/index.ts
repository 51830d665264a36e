import type { Id } from "../../ids.ts";
import { Instant } from "../../time.ts";
import { competenceIdOf } from "../items.ts";
import { competenceLifecycle } from "../lifecycle.ts";
import type { Competence } from "../schema.ts";
import { digcomp } from "./digcomp.ts";
import { softSkills } from "./soft-skills.ts";

/** When the data were last changed. Whoever changes one of them raises its version and gives it a date. */
const shippedAt = Instant.parse("2026-11-24T00:00:00Z");

const asShipped = (
  competence: Omit<Competence, "id" | "state" | "version" | "createdAt" | "updatedAt">,
): Competence => ({
  ...competence,
  id: competenceIdOf(competence.key),
  state: competenceLifecycle.initial,
  version: 1,
  createdAt: shippedAt,
  updatedAt: shippedAt,
});

/** The competences that every stack has, in the order of their frameworks. */
export const shippedCompetences: readonly Competence[] = [...digcomp, ...softSkills].map(asShipped);

const byId = new Map(shippedCompetences.map((competence) => [competence.id, competence]));

/** A shipped competence by its id; `undefined` when the id is of none. */
export const shippedCompetence = (id: Id<"competence">): Competence | undefined => byId.get(id);
