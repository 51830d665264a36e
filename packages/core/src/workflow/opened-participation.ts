import { mintCapability } from "../capability/index.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import type { LinkToken } from "../mail.ts";
import {
  nextState,
  openSteps,
  type Participant,
  type ParticipantState,
  type ParticipantTransition,
  participantLifecycle,
} from "../participant/index.ts";
import { isErased } from "../person/index.ts";
import { meetingPhases, type Programme } from "../programme/index.ts";
import { type Readership, readership } from "./reader.ts";
import { type ParticipantRead, readParticipant } from "./step-mail.ts";

/** How somebody stands with a programme: by her own state, or by the end of the programme. */
export type Standing = ParticipantState | "over" | "called-off";

/** The page where she can go on from here. */
export interface NextStep {
  readonly purpose: "apply" | "prepare" | "my-programme";
  readonly token: LinkToken;
}

/** A participation as its participant opens it by a mailed link. */
export interface OpenedParticipation extends ParticipantRead {
  readonly standing: Standing;
  readonly readership: Readership;
}

/**
 * Opens a participation for whom a link was mailed to; changes nothing.
 *
 * @throws NotFound  she is not in the programme or the directory any more
 */
export async function openParticipation(ctx: Context, id: Id<"participant">): Promise<OpenedParticipation> {
  const read = await readParticipant(ctx, id);
  if (!read || isErased(read.person)) throw new NotFound("This link leads nowhere.");
  return { ...read, standing: standingOf(read), readership: readership(read.organisation, read.person) };
}

/** Whoever has left is told so, also when the programme has ended since. */
export function standingOf({
  participant: { state },
  programme: { phase },
}: {
  readonly participant: Pick<Participant, "state">;
  readonly programme: Pick<Programme, "phase">;
}): Standing {
  const hasLeft = participantLifecycle.transitions[state].length === 0;
  if (hasLeft || meetingPhases.includes(phase)) return state;
  return phase === "cancelled" ? "called-off" : "over";
}

/** What somebody can decide about her own part without a reason: to take a break, to come back, to leave. */
export const ownPartChoices = ["paused", "resumed", "withdrawn"] as const satisfies ParticipantTransition[];
export type OwnPartChoice = (typeof ownPartChoices)[number];

/** Which of them are open to who stands like this; whoever is only invited says yes or no to that instead. */
export const ownPartOf = ({
  standing,
  participant,
}: Pick<OpenedParticipation, "standing" | "participant">): OwnPartChoice[] =>
  standing === "invited" || standing === "over" || standing === "called-off"
    ? []
    : ownPartChoices.filter((choice) => nextState(participant, choice));

/** Where somebody goes on; nowhere while she has to wait, and once she has left. */
const nextPage: Partial<Record<Standing, NextStep["purpose"]>> = {
  invited: "apply",
  approved: "prepare",
  prepared: "my-programme",
  active: "my-programme",
  paused: "my-programme",
};

/** The next page for somebody who stands like this; `undefined` when there is nothing for her to do. */
export async function nextStep(
  ctx: Context,
  { standing, participant }: Pick<OpenedParticipation, "standing" | "participant">,
): Promise<NextStep | undefined> {
  const purpose = nextPage[standing];
  const isDone = purpose === "prepare" && openSteps(participant.preparation).length === 0;
  // Who rests before she was prepared has no programme to look at yet.
  const isEarly = participant.resumesTo === "approved";
  if (!purpose || isDone || isEarly) return undefined;
  return { purpose, token: await mintCapability(ctx, { purpose, id: participant.id, generation: 1 }) };
}
