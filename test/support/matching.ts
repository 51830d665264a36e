import { shippedCompetences } from "@viceversa/core/competence/index.ts";
import type { Id } from "@viceversa/core/ids.ts";
import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import type { Api } from "./api.ts";
import { anInvitedParticipant, type Capacity, ifMatch, takeTo, tokenOf } from "./over-http.ts";

export interface Somebody {
  readonly participant: Participant;
  readonly person: Person;
}

/** The id of a shipped competence. */
export function competenceIdOf(key: string): Id<"competence"> {
  const found = shippedCompetences.find((competence) => competence.key === key);
  if (!found) throw new Error(`there is no competence ${key}`);
  return found.id;
}

interface Made {
  readonly capacity?: Capacity;
  /** What the directory says of her. */
  readonly person?: object;
  /** What she says of herself. */
  readonly profile?: object;
}

async function prepared(api: Api, programme: Programme, { capacity, person, profile }: Made) {
  const made = await anInvitedParticipant(api, programme, { ...(capacity && { capacity }), ...person });
  const path = `/v1/participants/${made.participant.id}/profile`;
  const answer = await api.call("PUT", path, {
    body: { languages: ["it"], ...profile },
    headers: ifMatch(0),
  });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body.detail}`);
  await takeTo(api, made.participant, "applied", "approved", "prepared");
  return made;
}

/** A prepared mentor who teaches these competences well. */
export const aMentor = (
  api: Api,
  programme: Programme,
  teaches: readonly string[],
  { profile, ...made }: Made = {},
): Promise<Somebody> =>
  prepared(api, programme, {
    capacity: { mentorCapacity: 1 },
    ...made,
    profile: {
      offers: teaches.map((key) => ({ competenceId: competenceIdOf(key), level: "highly-advanced" })),
      ...profile,
    },
  });

/** A prepared mentee who wants to learn these competences, the most important first. */
export const aMentee = (
  api: Api,
  programme: Programme,
  wants: readonly string[],
  { profile, ...made }: Made = {},
): Promise<Somebody> =>
  prepared(api, programme, {
    capacity: { menteeCapacity: 1 },
    ...made,
    profile: {
      wants: wants.map((key, at) => ({
        competenceId: competenceIdOf(key),
        to: "advanced",
        priority: Math.min(3, at + 1),
      })),
      ...profile,
    },
  });

/** Topics that tests teach and learn. */
export const COLLABORATE = "digcomp-2.4";
export const CREATE = "digcomp-3.1";
export const PROTECT = "digcomp-4.2";

/** Two mentors and two mentees of whom each has one who fits: Zoe and Carla, Yuri and Bruno. */
export async function aCohort(api: Api, programme: Programme) {
  const [zoe, yuri] = [
    await aMentor(api, programme, [COLLABORATE]),
    await aMentor(api, programme, [CREATE, PROTECT]),
  ];
  const [bruno, carla] = [
    await aMentee(api, programme, [CREATE]),
    await aMentee(api, programme, [COLLABORATE, PROTECT]),
  ];
  return { zoe, yuri, bruno, carla };
}

/** Says for a participant whom she does not want to meet. */
export async function exclude(api: Api, who: Somebody, whom: Somebody, reason = "privato"): Promise<void> {
  const answer = await api.call("PUT", `/v1/participants/${who.participant.id}/exclusions`, {
    as: await tokenOf(api, who.person.id),
    body: { exclusions: [{ personId: whom.person.id, reason }] },
  });
  if (answer.status >= 300) throw new Error(`exclusions answered ${answer.status}: ${answer.body.detail}`);
}

const runOf = async (api: Api, job: { readonly id: string; readonly facts: { readonly runId: string } }) => {
  await api.timeMachine.drain();
  return (await api.call("GET", `/v1/matching-runs/${job.facts.runId}`)).body;
};

/** Starts a run and waits for its proposal. */
export const aProposal = async (api: Api, { id }: Programme) =>
  runOf(api, (await api.call("POST", `/v1/programmes/${id}/matching-runs`)).body);

/** Runs again and waits for the new proposal. */
export const aRerun = async (api: Api, { id }: { readonly id: string }) =>
  runOf(api, (await api.call("POST", `/v1/matching-runs/${id}/rerun`)).body);

export const pairsOf = async (api: Api, { id }: { readonly id: string }, query = "") =>
  (await api.call("GET", `/v1/matching-runs/${id}/pairs?limit=100${query}`)).body.items;

/** Who is with whom, by participant. */
export const couples = async (api: Api, run: { readonly id: string }): Promise<string[]> =>
  (await pairsOf(api, run)).map(
    ({ mentorId, menteeId }: Record<string, string>) => `${mentorId} ${menteeId}`,
  );

export const couple = (mentor: Somebody, mentee: Somebody): string =>
  `${mentor.participant.id} ${mentee.participant.id}`;

/** The address of a pair within a run or among those whom managers keep apart. */
export const pairPath = (mentor: Somebody, mentee: Somebody): string =>
  `${mentor.participant.id}/${mentee.participant.id}`;

export const publicationInput = (more: object = {}) => ({
  venue: { kind: "link", link: "https://meet.example.com/lobby" },
  ...more,
});

/** Publishes a proposal and waits until that is done. */
export async function publish(api: Api, run: { readonly id: string }, more: object = {}) {
  const answer = await api.call("POST", `/v1/matching-runs/${run.id}/publication`, {
    body: publicationInput(more),
  });
  if (answer.status !== 202) throw new Error(`publication answered ${answer.status}: ${answer.body.detail}`);
  await api.timeMachine.drain();
  return (await api.call("GET", `/v1/matching-runs/${run.id}`)).body;
}
