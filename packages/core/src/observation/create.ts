import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { findIndicators, hasRetired, type Indicator, indicatorKey } from "../indicator/index.ts";
import { getProgramme, hasEnded, openPhases } from "../programme/index.ts";
import { absent, check, equal, type Item, put, type Write } from "../table.ts";
import { dateOf } from "../time.ts";
import { type Misfit, misdatesOf, misfitsOf, otherwiseThere, saysTheSame } from "./fit.ts";
import { newObservation, observationItem, observationSubject } from "./items.ts";
import { Observation, type ObservationInput } from "./schema.ts";

/**
 * Enters an observation. Entering the same one again changes nothing and answers with the one that is there.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Invalid  there is no such indicator, or unit, value or day do not fit it
 * @throws Conflict  the programme has ended, the indicator is retired, or its value of that day is another one
 */
export function createObservation(ctx: Context, input: ObservationInput): Promise<Observation> {
  return once(ctx, "observation.create", input, async () => {
    const [programme, indicators] = await Promise.all([
      getProgramme(ctx, input.programmeId),
      findIndicators(ctx, [input.indicatorId]),
    ]);
    if (!openPhases.includes(programme.phase)) throw hasEnded(programme);
    const now = ctx.clock.now();
    const indicator = indicators.get(input.indicatorId);
    if (!indicator) throw unfit([{ path: ["indicatorId"], message: "Give the id of an indicator." }]);
    const misfits = [...misfitsOf(input, indicator), ...misdatesOf(input, dateOf(now, programme.zone))];
    if (misfits.length > 0) throw unfit(misfits);
    const observation = newObservation(input, now);
    const outcome = await commit(ctx, {
      changes: [put(observationItem(observation), absent), ...stillActive([indicator])],
      audit: {
        action: "observation.created",
        subject: observationSubject(observation.id),
        facts: { value: input.value },
      },
      marks: [],
      idempotency: { operation: "observation.create", input, result: observation },
    });
    if (outcome.committed) return Observation.parse(observation);
    const [refusal] = outcome.refusals;
    if (refusal?.index === 0) return theSame(input, refusal.found);
    throw hasRetired({ ...indicator, state: "retired" });
  });
}

/** @throws Conflict  what is there says something else */
function theSame(input: ObservationInput, found: Item | undefined): Observation {
  const stored = Observation.parse(found);
  if (saysTheSame(stored, input)) return stored;
  const { id, value, version } = stored;
  throw new Conflict(otherwiseThere(stored), { id, value, version });
}

export const unfit = (issues: readonly Misfit[]): Invalid =>
  new Invalid("This observation does not fit. The issues say where and what is expected.", { issues });

/** That indicators still take observations when some are written. The shipped ones always do. */
export const stillActive = (indicators: readonly Indicator[]): Write[] =>
  indicators
    .filter(({ origin }) => origin === "customer")
    .map(({ id }) => check(indicatorKey(id), equal("state", "active")));
