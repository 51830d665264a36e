import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { requireMayMeet } from "../matching/index.ts";
import {
  addMember,
  createPairing,
  type JudgeTeachings,
  type Pairing,
  type PairingInput,
} from "../pairing/index.ts";

/** By hand no more is paired than what a manager may set aside. */
const judged =
  (ctx: Context): JudgeTeachings =>
  (programme, teachings) =>
    requireMayMeet(
      ctx,
      programme,
      teachings.map(({ teacher, learner }) => ({ mentorId: teacher, menteeId: learner })),
    );

/**
 * Proposes a pairing that somebody has put together by hand.
 *
 * @throws Conflict  what nobody may set aside stands between two of them; and see `createPairing`
 */
export const pairByHand = (ctx: Context, input: PairingInput): Promise<Pairing> =>
  createPairing(ctx, input, judged(ctx));

/**
 * Proposes to a participant to join a group that somebody has chosen by hand.
 *
 * @throws Conflict  what nobody may set aside stands between her and its mentor; and see `addMember`
 */
export const joinByHand = (
  ctx: Context,
  input: { id: Id<"pairing">; participantId: Id<"participant"> },
): Promise<Pairing> => addMember(ctx, input, judged(ctx));
