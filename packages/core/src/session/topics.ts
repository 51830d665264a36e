import { type Competence, getCompetences } from "../competence/index.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import type { Pairing } from "../pairing/index.ts";
import { type Programme, placeOfItsKind } from "../programme/index.ts";
import type { Session } from "./schema.ts";

/** What one attendee can teach the others in a session. */
interface MainTopic {
  readonly competenceId: Id<"competence">;
  readonly teacherId: Id<"participant">;
}

/** What says which rounds follow one another. */
type Rounds = Pick<Programme, "format" | "rules">;

/** A main topic by its title. */
export interface TitledTopic extends MainTopic {
  readonly title: Competence["title"];
}

/**
 * The main topic of a session, of each who teaches in it one: of two peers one in each direction. What most of those
 * who come want to learn of her comes first, and from round to round of the same kind the next.
 */
export async function titledTopics(
  ctx: Context,
  programme: Rounds,
  pairing: Pick<Pairing, "goals">,
  session: Pick<Session, "attendees" | "planned">,
): Promise<TitledTopic[]> {
  const topics = topicsOf(programme, pairing, session);
  const found = await getCompetences(
    ctx,
    topics.map(({ competenceId }) => competenceId),
  );
  return topics.flatMap((topic) => {
    const title = found.get(topic.competenceId)?.title;
    return title ? [{ ...topic, title }] : [];
  });
}

function topicsOf(
  programme: Rounds,
  { goals = [] }: Pick<Pairing, "goals">,
  { attendees, planned }: Pick<Session, "attendees" | "planned">,
): MainTopic[] {
  const comes = (id: Id<"participant">): boolean =>
    attendees.some(({ participantId, state }) => participantId === id && state !== "cannot");
  const round = planned ? placeOfItsKind(programme, planned.ordinal) : 1;
  const alive = goals.filter(({ teacherId, learnerId }) => comes(teacherId) && comes(learnerId));
  return [...Map.groupBy(alive, ({ teacherId }) => teacherId)].flatMap(([teacherId, hers]) => {
    const wanted = [...Map.groupBy(hers, ({ competenceId }) => competenceId)].sort(
      ([, one], [, other]) => other.length - one.length,
    );
    const topic = wanted[(round - 1) % wanted.length];
    return topic ? [{ competenceId: topic[0], teacherId }] : [];
  });
}
