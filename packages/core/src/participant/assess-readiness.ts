import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Invalid, PreconditionFailed } from "../errors.ts";
import type { Id } from "../ids.ts";
import {
  type Answers,
  type Instrument,
  readAnswers,
  scored,
  shippedInstrument,
} from "../instrument/index.ts";
import { equal, update } from "../table.ts";
import { getParticipant } from "./get.ts";
import { participantRef } from "./items.ts";
import type { Participant } from "./schema.ts";
import { requireSelf } from "./scope.ts";
import { requirePreparing } from "./sign.ts";

/** The instrument by which participants assess themselves. */
export const readinessInstrument = (): Instrument => shippedInstrument("readiness-self-assessment");

/**
 * Takes a participant's own assessment of how ready she is. Only its score is kept, for the manager to decide
 * with; answering again replaces it.
 *
 * @param form  her answers by item, as a form brings them
 * @throws NotFound  there is no such participant, or it is not she who answers
 * @throws Invalid  answers are missing or impossible; `data.faults` names the items
 * @throws Conflict  she does not take part (any more)
 */
export async function assessReadiness(
  ctx: Context,
  { id, form }: { id: Id<"participant">; form: Readonly<Record<string, string>> },
): Promise<Participant> {
  const operation = "participant.assess-readiness";
  const input = { id, form };
  await once(ctx, operation, input, async () => {
    const before = await getParticipant(ctx, id);
    requireSelf(ctx, before);
    requirePreparing(before);
    const instrument = readinessInstrument();
    const { answers, faults } = readAnswers(instrument, form);
    if (Object.keys(faults).length > 0) throw incomplete(faults);
    const now = ctx.clock.now();
    const readiness = {
      instrumentId: instrument.id,
      score: readinessScore(instrument, answers),
      answeredAt: now,
    };
    const outcome = await commit(ctx, {
      changes: [
        update(
          entityKey(participantRef(id)),
          { set: { preparation: { ...before.preparation, readiness }, updatedAt: now }, add: { version: 1 } },
          equal("version", before.version),
        ),
      ],
      audit: { action: "readiness.assessed", subject: participantRef(id) },
      marks: [participantRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw new PreconditionFailed("Somebody has changed this participant at the same moment. Try again.");
  });
  return getParticipant(ctx, id);
}

const incomplete = (faults: Record<string, string>): Invalid =>
  new Invalid("Some answers are missing or impossible.", {
    faults,
    issues: Object.entries(faults).map(([key, fault]) => ({ path: ["form", key], message: fault })),
  });

/** The mean of the scored answers, from 0 to 1 with two decimals. */
export function readinessScore(
  { items, scale }: Pick<Instrument, "items" | "scale">,
  answers: Answers,
): number {
  const highest = scale.length;
  const scores = items.flatMap((item) => {
    const answer = answers[item.key];
    return item.kind === "scale" && typeof answer === "number" ? [scored(item, answer, highest)] : [];
  });
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Math.round(((mean - 1) / (highest - 1)) * 100) / 100;
}
