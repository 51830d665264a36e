import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import type { Id } from "../ids.ts";
import { readProgramme } from "../programme/index.ts";
import { absent, belowAttribute, present, put, type Refusal, update, type Write } from "../table.ts";
import { orderedPair, type PairIds } from "./candidate.ts";
import { isOverridable } from "./hard-rules.ts";
import { type ProposalRef, pairItem, pairKey, runSubject, seatKey } from "./items.ts";
import { type JudgedPair, judgePair } from "./judge-pair.ts";
import { editWrite, notEditable, pairsOf, readRun, requireProposed } from "./read.ts";
import { type OverrideInput, ProposedPair } from "./schema.ts";
import { ruleWords } from "./words.ts";

/**
 * Puts a pair into a proposal by hand and locks it. Rules that a manager may set aside become warnings of the pair;
 * with a reason of an administrator's the reporting line does too, and the reason is kept with the pair. A pair that
 * is there already is only locked.
 *
 * @throws NotFound  there is no such run, or no such mentor or mentee in its programme
 * @throws Conflict  the run is no proposal, a rule stands between the two that nobody may set aside
 * (`data.reasons`), one of them has no place left (`data.inTheWay`) or came after the proposal
 */
export async function putPair(
  ctx: Context,
  { id, override, ...asked }: PairIds & { id: Id<"matchingRun">; override?: OverrideInput },
): Promise<ProposedPair> {
  const run = await readRun(ctx, id);
  const pair = orderedPair(run, asked);
  const ref = requireProposed(run);
  const there = await ctx.table.get(pairKey(ref, pair));
  const judged = await judgePair(ctx, await readProgramme(ctx, run.programmeId), pair);
  requirePossible(judged, override ? "admin" : "manager");
  const isOverridden = override !== undefined && !isOverridable(judged.reasons);
  const proposed: ProposedPair = there
    ? { ...ProposedPair.parse(there), locked: true }
    : {
        ...pair,
        score: judged.score,
        criteria: judged.criteria,
        locked: true,
        origin: "manager",
        warnings: [...judged.reasons],
        ...(isOverridden && { override: { reason: override.reason, at: ctx.clock.now() } }),
      };
  const outcome = await commit(ctx, {
    changes: [editWrite(ctx, ref), ...(there ? [lockWrite(ref, pair, true)] : putWrites(ref, proposed))],
    audit: {
      action: isOverridden ? "matching-run.pair-overridden" : "matching-run.pair-put",
      subject: runSubject(id),
      facts: { ...pair, ...(isOverridden && { setAside: [...judged.reasons] }) },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return proposed;
  throw await refusedPut(ctx, ref, pair, outcome.refusals);
}

function requirePossible({ mentor, mentee, reasons }: JudgedPair, by: "manager" | "admin"): void {
  if (isOverridable(reasons, by)) return;
  const words = reasons.filter((code) => !isOverridable([code], by));
  throw new Conflict(words.map((code) => ruleWords[code](mentor.name, mentee.name).en).join(" "), {
    reasons,
  });
}

export const lockWrite = (ref: ProposalRef, pair: PairIds, locked: boolean): Write =>
  update(pairKey(ref, pair), { set: { locked } }, present);

const putWrites = (ref: ProposalRef, pair: ProposedPair): Write[] => [
  put(pairItem(ref, pair), absent),
  takeSeat(ref, pair.mentorId),
  takeSeat(ref, pair.menteeId),
];

const takeSeat = (ref: ProposalRef, participantId: Id<"participant">): Write =>
  update(seatKey(ref, participantId), { add: { taken: 1 } }, belowAttribute("taken", "places"));

async function refusedPut(
  ctx: Context,
  ref: ProposalRef,
  { mentorId, menteeId }: PairIds,
  refusals: readonly Refusal[],
): Promise<Conflict> {
  const refused = new Map(refusals.map((refusal) => [refusal.index, refusal]));
  if (refused.has(0)) return notEditable(await readRun(ctx, ref.id));
  if (refused.has(1)) return new Conflict("Somebody has edited this pair at the same moment. Read it again.");
  for (const [index, participantId] of [
    [2, mentorId],
    [3, menteeId],
  ] as const) {
    const refusal = refused.get(index);
    if (refusal && !refusal.found) {
      const data = { participantId };
      return new Conflict("One of them came after this proposal. Run it again; locked pairs stay.", data);
    }
  }
  const inTheWay = (await pairsOf(ctx, ref))
    .filter((pair) => pair.mentorId === mentorId || pair.menteeId === menteeId)
    .map((pair) => ({ mentorId: pair.mentorId, menteeId: pair.menteeId, locked: pair.locked }));
  return new Conflict(
    "One of them has no place left in this proposal. Remove a pair that is in the way first.",
    {
      inTheWay,
    },
  );
}
