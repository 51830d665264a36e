import type { CriterionName } from "../../programme/index.ts";
import type { Criterion } from "../criterion.ts";
import { competences } from "./competences.ts";
import { departments } from "./departments.ts";
import { generations } from "./generations.ts";
import { hours } from "./hours.ts";
import { interests } from "./interests.ts";
import { preferences } from "./preferences.ts";
import { readiness } from "./readiness.ts";

export { sharedCompetences } from "./competences.ts";

/** Every criterion, by the name that its weight has in a programme's rules. */
export const criteria: Readonly<Record<CriterionName, Criterion>> = {
  competences,
  generations,
  hours,
  departments,
  interests,
  readiness,
  preferences,
};
