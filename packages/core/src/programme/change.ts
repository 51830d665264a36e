import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Invalid, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { isActive, personKey } from "../person/index.ts";
import { all, check, equal, oneOf, update, type Value } from "../table.ts";
import { changedEligibility } from "./eligibility.ts";
import { requireKnownRules } from "./format-rules.ts";
import { getProgramme } from "./get.ts";
import { movedAt, programmeRef } from "./items.ts";
import { hasEnded, openPhases } from "./open.ts";
import { readProgramme } from "./read.ts";
import { instrumentGaps } from "./readiness.ts";
import { changedRules, type RulesChange } from "./rules.ts";
import { type Programme, type ProgrammeChange, type ProgrammeView, viewOf } from "./schema.ts";
import { readSurroundings } from "./surroundings.ts";

/**
 * Changes a programme's rules. What is planned already follows: reminders move to the new lead.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Conflict  it has ended
 * @throws PreconditionFailed  it was changed since that version
 * @throws Invalid  one of its new managers is not in the directory, or has left; or its rules ask with an instrument
 *   that is not there, or not in a language that somebody reads who may take part; or its format does not know a rule
 */
export async function changeProgramme(
  ctx: Context,
  { id, version, change }: { id: Id<"programme">; version: number; change: ProgrammeChange },
): Promise<ProgrammeView> {
  const before = await getProgramme(ctx, id);
  if (!openPhases.includes(before.phase)) throw hasEnded(before);
  if (before.version !== version) throw stale("programme");
  if (change.rules) requireKnownRules({ ...before, rules: changedRules(before.rules, change.rules) });
  if (change.rules?.measurement && before.phase !== "draft") await requireAskable(ctx, before, change.rules);
  const managers = change.managers && [...new Set(change.managers)];
  const added = managers?.filter((manager) => !before.managers.includes(manager)) ?? [];
  const { set, remove } = partsOf(before, { ...change, managers });
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(programmeRef(id)),
        { set: { ...set, ...movedAt(id, ctx.clock.now()) }, remove, add: { version: 1 } },
        all(equal("version", version), oneOf("phase", openPhases)),
      ),
      ...added.map((manager) => check(personKey(manager), isActive)),
    ],
    audit: {
      action: "programme.changed",
      subject: programmeRef(id),
      facts: { changed: [...Object.keys(set), ...remove].sort() },
    },
    marks: [programmeRef(id)],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return viewOf(await readProgramme(ctx, id), ctx.clock.now());
  if (outcome.refusals.some(({ index }) => index === 0)) throw stale("programme");
  const issues = [{ path: ["managers"], message: "Give the ids of active people in the directory." }];
  throw new Invalid("A new manager is not in the directory, or has left.", { issues });
}

/** What people could not read is refused before anybody is asked; a draft is judged when it opens. */
async function requireAskable(ctx: Context, before: Programme, change: RulesChange): Promise<void> {
  const programme = { ...before, rules: changedRules(before.rules, change) };
  const gaps = instrumentGaps(programme, await readSurroundings(ctx, programme));
  const issues = gaps
    .filter(({ severity }) => severity === "required")
    .map(({ message }) => ({ path: ["rules", "measurement"], message }));
  if (issues.length > 0) throw new Invalid("Not everybody could read what these rules ask.", { issues });
}

/** Which parts a change sets, rules and eligibility with what stays of them, and which it takes away. */
function partsOf(
  before: Programme,
  { rules, eligibility, ...change }: ProgrammeChange,
): { set: Record<string, Value>; remove: string[] } {
  const parts = Object.entries({
    ...change,
    rules: rules && changedRules(before.rules, rules),
    eligibility: eligibility && changedEligibility(before.eligibility, eligibility),
  });
  const given = parts.flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, value] as const],
  );
  return {
    set: Object.fromEntries(given),
    remove: parts.filter(([, value]) => value === null).map(([name]) => name),
  };
}
