import type { Context } from "../context.ts";
import { mintSortable } from "../ids.ts";
import { changedEligibility } from "./eligibility.ts";
import { programmeLifecycle } from "./lifecycle.ts";
import { objectivesFrom } from "./objective.ts";
import { changedRules, usualRules } from "./rules.ts";
import { type Programme, type ProgrammeInput, usualMinutes } from "./schema.ts";
import type { ProgrammeTemplate } from "./template.ts";

/** What a draft says where neither the client nor a template does. */
const usual = {
  ...usualMinutes,
  objectives: [],
  rules: usualRules,
  eligibility: { mentor: {}, mentee: {} },
};

type Making = Pick<Context, "clock" | "ids">;

const fresh = ({ clock, ids }: Making) => ({
  id: mintSortable(ids, "programme"),
  phase: programmeLifecycle.initial,
  paused: false,
  pauses: [],
  version: 1,
  createdAt: clock.now(),
  updatedAt: clock.now(),
});

/** The draft that a client's input makes; what it leaves out comes from the template, or else is the usual. */
export function draftOf(
  ctx: Making,
  { template: _, objectives, rules = {}, eligibility = {}, ...input }: ProgrammeInput,
  template: ProgrammeTemplate | undefined,
): Programme {
  const basis = template ?? usual;
  return {
    ...input,
    ...fresh(ctx),
    managers: [...new Set(input.managers)],
    ...(template && { template: { key: template.key, version: template.version } }),
    sessionMinutes: input.sessionMinutes ?? basis.sessionMinutes,
    reminderLeadMinutes: input.reminderLeadMinutes ?? usual.reminderLeadMinutes,
    objectives: objectivesFrom(ctx, objectives ?? basis.objectives),
    rules: changedRules(basis.rules, rules),
    eligibility: changedEligibility(basis.eligibility, eligibility),
  };
}

/**
 * A draft with another programme's objectives, rules and eligibility. Its dates and its baselines stay behind:
 * they are of another time, and a baseline that was measured then would show an effect that nobody had.
 */
export function copyOf(
  ctx: Making,
  { enrolment: _, matching: __, applicationLink: ___, startsOn: ____, objectives, ...original }: Programme,
): Programme {
  const unmeasured = objectives.map(({ id: _, baseline: __, ...objective }) => objective);
  return { ...original, ...fresh(ctx), objectives: objectivesFrom(ctx, unmeasured) };
}
