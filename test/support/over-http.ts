import type { Id } from "@viceversa/core/ids.ts";
import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Participant, ParticipantTransition } from "@viceversa/core/participant/index.ts";
import type { Person } from "@viceversa/core/person/index.ts";
import type { QueueName } from "@viceversa/core/ports.ts";
import type { Format, Programme } from "@viceversa/core/programme/index.ts";
import type { Session } from "@viceversa/core/session/index.ts";
import { expect } from "vitest";
import { type Answer, type Api, startApi } from "./api.ts";
import type { StageOptions } from "./stage.ts";

/** What a refusal looks like; `more` says more about its body. */
export const problem = (status: number, slug: string, more: object = {}) => ({
  status,
  body: {
    type: `https://viceversa.dev/problems/${slug}`,
    status,
    detail: expect.any(String),
    ...more,
  },
});

/** A detail that contains these words. */
export const saying = (words: string) => ({ detail: expect.stringContaining(words) });

/** One issue, at this place. */
export const issueAt = (...path: (string | number)[]) => ({
  issues: [{ path, message: expect.any(String) }],
});

/** The answers to two requests that raced: exactly one of them was granted. */
export function outcomeOf(answers: readonly Answer[]): { granted: Answer; refused: Answer } {
  const [granted, refused] = answers.toSorted((one, other) => one.status - other.status);
  if (!granted || !refused || granted.status >= 300 || refused.status < 300) {
    throw new Error(`one of two was to be granted; they answered ${answers.map(({ status }) => status)}`);
  }
  return { granted, refused };
}

/** An id that nothing has. */
export const absentId = (prefix: string) => `${prefix}_${"0".repeat(26)}`;

/** The headers of a change by a client who has read this version. */
export const ifMatch = (version: number) => ({ "if-match": `"${version}"` });

/** Takes all messages off a queue and answers what they say. */
export function takeMessages({ cloud: { queues } }: Api, queue: QueueName = "due"): unknown[] {
  const messages: unknown[] = [];
  for (let received = queues.receive(queue, 10); received.length > 0; received = queues.receive(queue, 10)) {
    for (const { Body, ReceiptHandle } of received) {
      messages.push(JSON.parse(Body));
      queues.delete(queue, ReceiptHandle);
    }
  }
  return messages;
}

/** The token of a person of the directory. */
export async function tokenOf(
  api: Api,
  personId: Id<"person">,
  roles: readonly string[] = [],
): Promise<string> {
  const { body } = await api.call("GET", `/v1/people/${personId}`);
  return api.token({ sub: body.externalId, roles });
}

/** Posts as an administrator what a test takes for granted. */
async function post(api: Api, path: string, body: object) {
  const answer = await api.call("POST", path, { body });
  if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status}: ${answer.body.detail}`);
  return answer.body;
}

/** Mail that can wait comes at once, so that a test can tell in an hour what takes a week. */
export const atAnyHour = {
  quietHours: { from: "03:00", to: "03:01" },
  quietDays: [] as number[],
  dailyCap: 10,
};

/** The whole system of a customer who has set it up, and whose people get their mails at any hour. */
export async function aCustomer(options: StageOptions = {}): Promise<Api> {
  const api = await aCustomerWithQuietTimes(options);
  const { version } = (await api.call("GET", "/v1/organisation")).body;
  const body = { notifications: atAnyHour };
  await api.call("PATCH", "/v1/organisation", { body, headers: ifMatch(version) });
  return api;
}

/** The whole system of a customer who has set it up and switched sending on, and has the usual quiet times. */
export async function aCustomerWithQuietTimes(options: StageOptions = {}): Promise<Api> {
  const api = await startApi(options);
  const { version } = await post(api, "/v1/organisation", {
    name: "Adventure Works",
    locale: "it",
    zone: "Europe/Rome",
    contact: { name: "Carla Conti", email: "carla.conti@example.com" },
    brandColour: "#0b5cad",
    reportingThreshold: 5,
  });
  await api.call("PATCH", "/v1/organisation", { body: { sending: "on" }, headers: ifMatch(version) });
  return api;
}

let names = 0;
/** A name that nobody has yet, so that tests can share an API. */
function freshName(): string {
  names += 1;
  return `person-${names}`;
}

export const personInput = (name = freshName(), more: object = {}) => ({
  externalId: name,
  email: `${name}@example.com`,
  name,
  ...more,
});

/** A person with an address of her own. */
export const aPerson = (api: Api, name?: string, more?: object): Promise<Person> =>
  post(api, "/v1/people", personInput(name, more));

export const programmeInput = (managers: readonly Id<"person">[], more: object = {}) => ({
  name: "AI for leaders",
  format: "remote",
  zone: "Europe/Rome",
  managers,
  ...more,
});

/** A draft of a programme, run by a manager of its own unless others are given; she asks nobody to prepare. */
export async function aProgramme(
  api: Api,
  managers?: readonly Id<"person">[],
  { rules, ...more }: { readonly rules?: object; readonly format?: Format } = {},
): Promise<Programme> {
  const input = programmeInput(managers ?? [(await aPerson(api)).id], {
    ...more,
    rules: { preparation: "waived", ...rules },
  });
  return post(api, "/v1/programmes", input);
}

/** A programme that takes participants. */
export async function anOpenProgramme(
  api: Api,
  more: Parameters<typeof aProgramme>[2] = {},
): Promise<Programme> {
  const { id } = await aProgramme(api, undefined, more);
  return post(api, `/v1/programmes/${id}/phase`, { to: "enrolling" });
}

export type Capacity = Readonly<Partial<Record<"mentorCapacity" | "menteeCapacity", number>>>;

/** Takes a participant from state to state. */
export async function takeTo(
  api: Api,
  { id }: Pick<Participant, "id">,
  ...states: ParticipantTransition[]
): Promise<Participant> {
  for (const to of states) await post(api, `/v1/participants/${id}/state`, { to });
  return (await api.call("GET", `/v1/participants/${id}`)).body;
}

/** Somebody who was invited into a programme, and who she is in the directory. */
export interface Invited {
  readonly participant: Participant;
  readonly person: Person;
}

/** Somebody new in a programme, as a mentee unless told otherwise; `more` is what the directory says of her. */
export async function anInvitedParticipant(
  api: Api,
  programme: Programme,
  {
    capacity = { menteeCapacity: 1 },
    ...more
  }: { readonly capacity?: Capacity } & Record<string, unknown> = {},
): Promise<Invited> {
  const person = await aPerson(api, undefined, more);
  const input = { programmeId: programme.id, personId: person.id, ...capacity };
  return { participant: await post(api, "/v1/participants", input), person };
}

/** Somebody new in a programme who is prepared, as a mentee in one pairing unless told otherwise. */
export async function aPreparedParticipant(
  api: Api,
  programme: Programme,
  capacity: Capacity = { menteeCapacity: 1 },
): Promise<Participant> {
  const person = await aPerson(api);
  const input = { programmeId: programme.id, personId: person.id, ...capacity };
  return takeTo(api, await post(api, "/v1/participants", input), "applied", "approved", "prepared");
}

/** A pair that meets every other Thursday at half past two. */
export const pairingInput = (mentor: Participant, mentee: Participant, more: object = {}) => ({
  programmeId: mentor.programmeId,
  members: [
    { participantId: mentor.id, teaches: true, learns: false },
    { participantId: mentee.id, teaches: false, learns: true },
  ],
  zone: "Europe/Rome",
  venue: { kind: "link", link: "https://meet.example.com/1" },
  plan: { everyWeeks: 2, weekday: 4, wallTime: "14:30", minutes: 60, count: 6 },
  plannedFrom: "2026-12-01T09:00",
  ...more,
});

/** A pairing that nobody has answered yet. */
export const aProposedPairing = (api: Api, mentor: Participant, mentee: Participant): Promise<Pairing> =>
  post(api, "/v1/pairings", pairingInput(mentor, mentee));

/** Two new people whose pairing both have accepted, in a programme of their own unless one is given. */
export async function anAcceptedPairing(api: Api, given?: Programme): Promise<Pairing> {
  const programme = given ?? (await anOpenProgramme(api));
  const [mentor, mentee] = await Promise.all([
    aPreparedParticipant(api, programme, { mentorCapacity: 1 }),
    aPreparedParticipant(api, programme, { menteeCapacity: 1 }),
  ]);
  const { id } = await aProposedPairing(api, mentor, mentee);
  await post(api, `/v1/pairings/${id}/acceptances`, { participantId: mentor.id });
  return post(api, `/v1/pairings/${id}/acceptances`, { participantId: mentee.id });
}

export const sessionInput = ({ id }: Pairing, more: object = {}) => ({
  pairingId: id,
  localStart: "2026-12-03T14:30",
  zone: "Europe/Rome",
  minutes: 60,
  venue: { kind: "link", link: "https://meet.example.com/1" },
  ...more,
});

/** An extra session of a pairing, in its first version. */
export const aSession = (api: Api, pairing: Pairing): Promise<Session> =>
  post(api, "/v1/sessions", sessionInput(pairing));
