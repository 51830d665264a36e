import { shippedInstruments } from "@viceversa/core/instrument/index.ts";
import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Participant } from "@viceversa/core/participant/index.ts";
import { readinessInstrument } from "@viceversa/core/participant/index.ts";
import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import type { Api } from "./api.ts";
import { theyMeet } from "./her-meetings.ts";
import { HEADINGS, rowsOf, startImport } from "./observation.ts";
import {
  aCustomer,
  anOpenProgramme,
  aPerson,
  aProgramme,
  pairingInput,
  takeTo,
  tokenOf,
} from "./over-http.ts";
import type { StageOptions } from "./stage.ts";
import { MARK, must, type Teller, tellerOf } from "./teller.ts";

/** Why he does not want to meet her, and why a manager keeps them apart: about her, and not hers to read. */
export const WHY_HE_AVOIDS_HER = `Too much of a ${MARK}`;
export const WHY_THEY_ARE_KEPT_APART = `He told me of the ${MARK}`;

/**
 * A person with a past: she applied, was paired, met, wrote, called a session off, has another to come for which
 * another hour is proposed, and a match that nobody has answered; she answered questionnaires and runs a programme.
 */
export interface Story {
  readonly api: Api;
  readonly anna: Person;
  readonly bruno: Person;
  readonly carlo: Person;
  readonly manager: Person;
  readonly programme: Programme;
  /** A draft that she and the manager run together. */
  readonly led: Programme;
  readonly participant: Participant;
  /** Carlo's match with her. */
  readonly proposed: Pairing;
  /** Her own token, and her manager's. */
  readonly token: string;
  readonly hisToken: string;
  readonly managerToken: string;
  readonly waves: Readonly<Record<"confidential" | "attributed" | "anonymous", string>>;
  /** The paths of all links that were mailed to her. */
  links(): Promise<string[]>;
}

export const answersOf = (comment: string) => ({
  comment,
  ...Object.fromEntries(
    (shippedInstruments[0]?.items ?? []).flatMap(({ kind, key }) => (kind === "scale" ? [[key, "4"]] : [])),
  ),
});

/** Tells the story through the API and the mailed links. */
export async function herStory(options: StageOptions = {}): Promise<Story> {
  const api = await aCustomer(options);
  const teller = tellerOf(api, `${MARK}@example.com`);
  const { post, submit, links, linkTo } = teller;
  const anna = await takenIn(teller);
  const [bruno, carlo, manager] = await Promise.all([
    aPerson(api, "bruno"),
    aPerson(api, "carlo", { languages: ["en"] }),
    aPerson(api, "head"),
  ]);
  const programme = await aProgramme(api, [manager.id]);
  await post(`/v1/programmes/${programme.id}/phase`, { to: "enrolling" });
  const token = await tokenOf(api, anna.id);
  const hisToken = await tokenOf(api, bruno.id);
  const participant = await sheJoins(teller, { programme, anna, token, avoids: manager });
  const join = async ({ id: personId }: Person) => {
    const added = await post("/v1/participants", { programmeId: programme.id, personId, menteeCapacity: 1 });
    return takeTo(api, added, "applied", "approved", "prepared");
  };
  const [other, third] = [await join(bruno), await join(carlo)];
  const venue = { kind: "link", link: `https://meet.example.com/${MARK}` };
  const pairing = await post("/v1/pairings", pairingInput(participant, other, { venue }));
  const exclusions = [{ personId: anna.id, reason: WHY_HE_AVOIDS_HER }];
  await teller.put(`/v1/participants/${other.id}/exclusions`, { exclusions }, { as: hisToken });
  await api.pass({ minutes: 10 });
  await submit(await linkTo("match"), { choice: "yes" });
  await post(`/v1/pairings/${pairing.id}/acceptances`, { participantId: other.id });
  await theyMeet(teller, { pairing, token, hisToken });
  await sheIsMatched(teller, { programme, participant, other });
  const proposed = await post("/v1/pairings", pairingInput(participant, third, { venue }));
  await sheIsRefused(teller, anna);
  const led = await sheLeads(teller, [anna, manager]);
  const waves = await sheAnswers(teller, { programme, manager });
  await submit(await linkTo("unsubscribe"), { "List-Unsubscribe": "One-Click" });
  const managerToken = await tokenOf(api, manager.id, ["manager"]);
  const people = { anna, bruno, carlo, manager };
  return {
    ...people,
    api,
    programme,
    led,
    participant,
    proposed,
    token,
    hisToken,
    managerToken,
    waves,
    links: () => links(),
  };
}

/** By a client that can repeat itself, and then by an import that knows her new title and refuses who has her address. */
async function takenIn({ api, get }: Teller): Promise<Person> {
  const body = {
    externalId: `${MARK}-1`,
    email: `${MARK}@example.com`,
    name: `Anna ${MARK}`,
    givenName: `Annina ${MARK}`,
    site: `Site ${MARK}`,
    department: `Department ${MARK}`,
    jobTitle: `Title ${MARK}`,
    birthYear: 1999,
    locale: "en",
  };
  const headers = { "idempotency-key": "take-her-in" };
  const { id } = await must(api.call("POST", "/v1/people", { body, headers }));
  const rows = [
    [body.externalId, body.email, body.name, `New title ${MARK}`],
    ["another", body.email, `Second ${MARK}`, ""],
  ];
  const { id: jobId } = await must(
    Promise.resolve(
      api.raw("/v1/people/imports", {
        method: "POST",
        headers: { authorization: `Bearer ${api.admin}`, "content-type": "application/octet-stream" },
        body: `externalId;email;name;jobTitle\n${rows.map((row) => row.join(";")).join("\n")}\n`,
      }),
    ).then(async (response) => ({ status: response.status, body: await response.json() })),
  );
  await api.timeMachine.drain();
  if ((await get(`/v1/jobs/${jobId}`)).failed !== 1) throw new Error("her address is hers alone");
  return get(`/v1/people/${id}`);
}

interface Joining {
  readonly programme: Programme;
  readonly anna: Person;
  readonly token: string;
  /** Whom she does not want to meet. */
  readonly avoids: Person;
}

/** She is invited, applies with a profile, and prepares herself. */
async function sheJoins(
  { api, post }: Teller,
  { programme, anna, token, avoids }: Joining,
): Promise<Participant> {
  const { id } = await post("/v1/participants", {
    programmeId: programme.id,
    personId: anna.id,
    mentorCapacity: 2,
  });
  await api.pass({ minutes: 5 });
  const profile = {
    interests: [`The ${MARK} in the wild`],
    motivation: `I want to teach the ${MARK} dance`,
    venue: { kind: "link", link: `https://meet.example.com/${MARK}-own` },
    languages: ["en"],
  };
  const exclusions = [{ personId: avoids.id, reason: `He laughed at my ${MARK}` }];
  await post(`/v1/participants/${id}/application`, { profile, exclusions }, token);
  await takeTo(api, { id }, "approved");
  await api.pass({ minutes: 5 });
  await post(`/v1/participants/${id}/agreement`, { version: 1 }, token);
  const answers = Object.fromEntries(readinessInstrument().items.map(({ key }) => [key, 3]));
  await post(`/v1/participants/${id}/readiness`, { answers }, token);
  return takeTo(api, { id }, "prepared");
}

/** A manager keeps her from meeting him again, and has a matching proposed that nobody publishes. */
async function sheIsMatched(
  { api, put, post }: Teller,
  { programme, participant, other }: Pick<Story, "programme" | "participant"> & { other: Participant },
): Promise<void> {
  const apart = `/v1/programmes/${programme.id}/forbidden-pairs/${participant.id}/${other.id}`;
  await put(apart, { reason: WHY_THEY_ARE_KEPT_APART });
  await post(`/v1/programmes/${programme.id}/matching-runs`, {});
  await api.pass({ minutes: 5 });
}

/** There is no place for her in another programme, and its manager says why. */
async function sheIsRefused({ api, post }: Teller, anna: Person): Promise<void> {
  const { id: programmeId } = await anOpenProgramme(api);
  const added = await post("/v1/participants", { programmeId, personId: anna.id, menteeCapacity: 1 });
  await takeTo(api, added, "applied");
  await post(`/v1/participants/${added.id}/state`, { to: "refused", reason: `No ${MARK} here` });
}

/** Another programme, of which she brings in a file of observations. */
async function sheLeads({ api, get }: Teller, managers: readonly Person[]): Promise<Programme> {
  const { id } = await aProgramme(
    api,
    managers.map((manager) => manager.id),
  );
  const as = await api.token({ sub: `${MARK}-1`, roles: ["manager"] });
  const { body } = await startImport(api, { id }, [HEADINGS, ...rowsOf(2)].join("\n"), { as, key: "in" });
  await api.timeMachine.drain();
  if ((await get(`/v1/jobs/${body.id}`)).state !== "done") throw new Error("her file was not taken");
  return get(`/v1/programmes/${id}`);
}

/** Three questionnaires at once, one of each privacy; she says something of her own where her name is known. */
async function sheAnswers(
  { api, post, submit, links }: Teller,
  { programme, manager }: Pick<Story, "programme" | "manager">,
): Promise<Story["waves"]> {
  const ask = async (privacy: string, more: object = {}): Promise<string> => {
    const before = new Set(await links());
    const { id } = await post("/v1/waves", {
      programmeId: programme.id,
      instrumentId: shippedInstruments[0]?.id,
      privacy,
      opensAt: api.ports.clock.now(),
      closesAt: "2026-12-05T18:00:00Z",
      ...more,
    });
    await api.pass({ minutes: 10 });
    const link = (await links()).find((one) => one.includes("questionnaire") && !before.has(one)) ?? "";
    await submit(link, answersOf(privacy === "anonymous" ? "Fine" : `A ${privacy} ${MARK}`));
    return id;
  };
  const confidential = await ask("confidential");
  const attributed = await ask("attributed", { coordinatorId: manager.id });
  return { confidential, attributed, anonymous: await ask("anonymous") };
}
