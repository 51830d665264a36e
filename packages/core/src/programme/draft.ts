import type { Context } from "../context.ts";
import { mintSortable } from "../ids.ts";
import { changedEligibility } from "./eligibility.ts";
import { programmeLifecycle } from "./lifecycle.ts";
import { objectivesFrom } from "./objective.ts";
import { changedRules, usualRules } from "./rules.ts";
import { type Programme, type ProgrammeInput, usualMinutes } from "./schema.ts";

/** What a draft says where the client does not. */
const usual = {
  ...usualMinutes,
  rules: usualRules,
  eligibility: { mentor: {}, mentee: {} },
};

type Making = Pick<Context, "clock" | "ids">;

const fresh = ({ clock, ids }: Making) => ({
  id: mintSortable(ids, "programme"),
  phase: programmeLifecycle.initial,
  paused: false,
  version: 1,
  createdAt: clock.now(),
  updatedAt: clock.now(),
});

/** The draft that a client's input makes; what it leaves out is the usual. */
export function draftOf(
  ctx: Making,
  { objectives = [], rules = {}, eligibility = {}, ...input }: ProgrammeInput,
): Programme {
  return {
    ...input,
    ...fresh(ctx),
    managers: [...new Set(input.managers)],
    sessionMinutes: input.sessionMinutes ?? usual.sessionMinutes,
    reminderLeadMinutes: input.reminderLeadMinutes ?? usual.reminderLeadMinutes,
    objectives: objectivesFrom(ctx, objectives),
    rules: changedRules(usual.rules, rules),
    eligibility: changedEligibility(usual.eligibility, eligibility),
  };
}
