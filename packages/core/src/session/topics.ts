import type { Id } from "../ids.ts";
import type { Pairing } from "../pairing/index.ts";
import type { Session } from "./schema.ts";

/** What one attendee can teach the others in a session. */
export interface MainTopic {
  readonly competenceId: Id<"competence">;
  readonly teacherId: Id<"participant">;
}

/**
 * The main topic of a session, of each who teaches in it one: of two peers one in each direction. What most of those
 * who come want to learn of her comes first, and from session to session the next.
 */
export function topicsOf(
  { goals = [] }: Pick<Pairing, "goals">,
  { attendees, planned }: Pick<Session, "attendees" | "planned">,
): MainTopic[] {
  const comes = (id: Id<"participant">): boolean =>
    attendees.some(({ participantId, state }) => participantId === id && state !== "cannot");
  const alive = goals.filter(({ teacherId, learnerId }) => comes(teacherId) && comes(learnerId));
  return [...Map.groupBy(alive, ({ teacherId }) => teacherId)].flatMap(([teacherId, hers]) => {
    const wanted = [...Map.groupBy(hers, ({ competenceId }) => competenceId)].sort(
      ([, one], [, other]) => other.length - one.length,
    );
    const topic = wanted[((planned?.ordinal ?? 1) - 1) % wanted.length];
    return topic ? [{ competenceId: topic[0], teacherId }] : [];
  });
}
