import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Forbidden, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome, sourcesOf } from "../lifecycle.ts";
import { getProgramme } from "../programme/index.ts";
import { all, type Change, equal, update, type Write } from "../table.ts";
import { getParticipant } from "./get.ts";
import { participantRef } from "./items.ts";
import { type ParticipantState, participantLifecycle } from "./lifecycle.ts";
import { openSteps } from "./preparation.ts";
import type { Participant, ParticipantMove, ParticipantTransition } from "./schema.ts";

/**
 * Takes a participant to another state; *resumed* takes her back to where she was paused.
 * What a withdrawal does to pairings and sessions is a workflow's and not decided here.
 *
 * @throws NotFound  there is no such participant
 * @throws Forbidden  a participant asks for what others decide about her
 * @throws Conflict  her state does not lead there, she has not prepared herself (`data.openSteps`), or somebody
 *   moved her meanwhile
 */
export async function transitionParticipant(
  ctx: Context,
  { id, to, reason }: ParticipantMove & { id: Id<"participant"> },
): Promise<Participant> {
  const operation = "participant.transition";
  const input = { id, to, reason };
  await once(ctx, operation, input, async () => {
    const before = await getParticipant(ctx, id);
    requireOwnChoice(ctx, to);
    const state = nextState(before, to);
    if (!state) throw refusedTransition(before, to);
    if (state === "prepared" && to === state) await requirePreparation(ctx, before);
    const now = ctx.clock.now();
    const outcome = await commit(ctx, {
      changes: [
        update(
          entityKey(participantRef(id)),
          changeTo(state, before, { now, reason }),
          equal("version", before.version),
        ),
      ],
      audit: { action: `participant.${to}`, subject: participantRef(id) },
      marks: [participantRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    const found = outcome.refusals[0]?.found;
    if (!found) throw new NotFound("There is no participant with this id.");
    if (found["state"] === before.state) {
      throw new Conflict("Somebody has changed this participant at the same moment. Try again.", {
        state: before.state,
      });
    }
    throw illegalTransition(participantLifecycle, found["state"] as ParticipantState, state);
  });
  return getParticipant(ctx, id);
}

/** What a participant decides about herself; the rest is for who runs the programme. */
const ownChoices: readonly ParticipantTransition[] = ["declined", "withdrawn", "paused", "resumed"];

function requireOwnChoice({ actor }: Context, to: ParticipantTransition): void {
  if (actor.kind !== "participant" || ownChoices.includes(to)) return;
  throw new Forbidden(`You can only become ${ownChoices.join(", ")} yourself.`, { ownChoices });
}

/** Preparation is a gate, unless the rules of the programme waive it; who comes back from a pause has passed it. */
async function requirePreparation(ctx: Context, { programmeId, preparation }: Participant): Promise<void> {
  const steps = openSteps(preparation);
  if (steps.length === 0) return;
  const { rules } = await getProgramme(ctx, programmeId);
  if (rules.preparation === "waived") return;
  throw new Conflict(
    `Not prepared yet: still open is ${steps.join(" and ")}. Wait for it, or waive preparation in the programme's rules.`,
    { openSteps: steps },
  );
}

function refusedTransition({ state }: Participant, to: ParticipantTransition): Conflict {
  if (state === "paused") {
    const allowed = ["resumed", "withdrawn"];
    return new Conflict("This participant is paused; she can be resumed or withdrawn.", { state, allowed });
  }
  if (to !== "resumed") return illegalTransition(participantLifecycle, state, to);
  return new Conflict(`This participant is ${state} and not paused; there is nothing to resume.`, {
    state,
    allowed: participantLifecycle.transitions[state],
  });
}

/** Where a transition leads, or `undefined` where the lifecycle does not allow it. */
export function nextState(
  { state, resumesTo }: Pick<Participant, "state" | "resumesTo">,
  to: ParticipantTransition,
): ParticipantState | undefined {
  if (to === "resumed") return state === "paused" ? resumesTo : undefined;
  const leavesPauseElsewhere = state === "paused" && to !== "withdrawn";
  return !leavesPauseElsewhere && sourcesOf(participantLifecycle, to).includes(state) ? to : undefined;
}

const changeTo = (
  state: ParticipantState,
  before: Participant,
  { now, reason }: { now: Participant["updatedAt"]; reason?: string | undefined },
): Change => ({
  set: {
    state,
    since: now,
    updatedAt: now,
    ...(state === "paused" && { resumesTo: before.state }),
    ...(reason !== undefined && { refusal: reason }),
  },
  add: { version: 1 },
  ...(state !== "paused" && { remove: ["resumesTo"] }),
});

/** The write that withdraws a participant whoever she was until then; a workflow commits it. */
export const withdrawalWrite = (before: Participant, now: Participant["updatedAt"]): Write =>
  update(
    entityKey(participantRef(before.id)),
    changeTo("withdrawn", before, { now }),
    all(mayBecome(participantLifecycle, "withdrawn"), equal("version", before.version)),
  );

/** The write that says of a prepared participant that she meets somebody now; a workflow commits it. */
export const activationWrite = (id: Id<"participant">, now: Participant["updatedAt"]): Write =>
  update(
    entityKey(participantRef(id)),
    { set: { state: "active", since: now, updatedAt: now }, add: { version: 1 } },
    equal("state", "prepared"),
  );
