import { getCompetences } from "../competence/index.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import {
  getPairing,
  hasAgreed,
  openStates,
  type Pairing,
  type PairingState,
  upcomingDates,
} from "../pairing/index.ts";
import type { LocalText } from "../text.ts";
import { type Instant, startOf } from "../time.ts";
import { type OpenedParticipation, openParticipation } from "./opened-participation.ts";
import { membersOf, othersOf, sharedLanguages, sharedTopics } from "./pairing-members.ts";

/** Whether a "yes or no" link still asks, and if not, why. */
export type MatchLink = "open" | "waiting" | "paired" | "ended" | "withdrawn";

/** A proposed pairing as one of its members opens it: what the two share, and nothing of levels or ages. */
export interface OpenedMatch extends OpenedParticipation {
  readonly link: MatchLink;
  readonly pairing: Pairing;
  /** The names of the others. */
  readonly others: readonly string[];
  /** The titles of what they could talk about. */
  readonly topics: readonly LocalText[];
  /** The codes of the languages that all of them speak. */
  readonly languages: readonly string[];
  /** When they would meet first; absent when the plan has no date to come. */
  readonly first?: Instant;
}

/**
 * Opens a proposed pairing for one of its members, or for one who has left a group; changes nothing.
 *
 * @throws NotFound  there is no such pairing, or she was never a member of it
 */
export async function openMatch(
  ctx: Context,
  { pairingId, participantId }: { pairingId: Id<"pairing">; participantId: Id<"participant"> },
): Promise<OpenedMatch> {
  const [opened, pairing] = await Promise.all([
    openParticipation(ctx, participantId),
    getPairing(ctx, pairingId),
  ]);
  const members = await membersOf(ctx, pairing);
  const everyone = [...members, ...(pairing.formerMembers ?? [])];
  if (!everyone.some((member) => member.participantId === participantId)) {
    throw new NotFound("This link leads nowhere.");
  }
  const topics = sharedTopics(members);
  const competences = await getCompetences(ctx, topics);
  const [first] = upcomingDates(pairing, { now: ctx.clock.now(), working: opened.organisation });
  return {
    ...opened,
    link: linkOf(pairing, participantId),
    pairing,
    others: othersOf(members, participantId).map(({ person }) => person.name),
    topics: topics.flatMap((id) => competences.get(id)?.title ?? []),
    languages: sharedLanguages(members),
    ...(first && { first: startOf(first.localStart, pairing.zone) }),
  };
}

/** Who said no is in none of these, nor whether anybody did. */
const links: Readonly<Record<Exclude<PairingState, "proposed">, MatchLink>> = {
  accepted: "paired",
  active: "paired",
  paused: "paired",
  ended: "ended",
  declined: "withdrawn",
};

function linkOf({ state, accepted, members }: Pairing, participantId: Id<"participant">): MatchLink {
  if (!members.some((member) => member.participantId === participantId)) return "withdrawn";
  const isOpen = openStates.includes(state) && !accepted.includes(participantId);
  if (state === "proposed" || isOpen) return isOpen ? "open" : "waiting";
  const everMet = hasAgreed({ members, accepted });
  return state === "ended" && !everMet ? "withdrawn" : links[state];
}
