import { shippedInstruments } from "@viceversa/core/instrument/index.ts";
import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import type { Api } from "./api.ts";
import {
  aCustomer,
  aPerson,
  aProgramme,
  pairingInput,
  sessionInput,
  takeTo,
  tokenOf,
  withoutDailyCap,
} from "./over-http.ts";
import type { StageOptions } from "./stage.ts";

/** Stands in every text that is hers or that she writes, and nowhere else. */
export const MARK = "quetzal";

/** A person with a past: she was paired, called a session off, has another to come, and answered questionnaires. */
export interface Story {
  readonly api: Api;
  readonly anna: Person;
  readonly bruno: Person;
  readonly manager: Person;
  readonly programme: Programme;
  readonly participant: Participant;
  /** Her own token, and her manager's. */
  readonly token: string;
  readonly managerToken: string;
  readonly waves: Readonly<Record<"confidential" | "attributed" | "anonymous", string>>;
  /** The paths of all links that were mailed to her. */
  links(): Promise<string[]>;
}

export async function must(answer: Promise<{ status: number; body?: unknown }>) {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  return body as any;
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
  await withoutDailyCap(api);
  const post = (path: string, body?: object, as?: string) =>
    must(api.call("POST", path, { body, ...(as && { as }) }));
  const submit = (path: string, form: Record<string, string>) =>
    must(Promise.resolve(api.raw(path, { method: "POST", body: new URLSearchParams(form) })));
  const anna = await takenIn(api);
  const [bruno, manager] = await Promise.all([aPerson(api, "bruno"), aPerson(api, "head")]);
  const programme = await aProgramme(api, [manager.id]);
  await post(`/v1/programmes/${programme.id}/phase`, { to: "enrolling" });
  const join = async ({ id: personId }: Person, capacity: object) => {
    const added = await post("/v1/participants", { programmeId: programme.id, personId, ...capacity });
    return takeTo(api, added, "applied", "approved", "prepared");
  };
  const participant = await join(anna, { mentorCapacity: 1 });
  const other = await join(bruno, { menteeCapacity: 1 });
  const [token, hisToken] = [await tokenOf(api, anna.id), await tokenOf(api, bruno.id)];
  const venue = { kind: "link", link: `https://meet.example.com/${MARK}` };
  const pairing = await post("/v1/pairings", pairingInput(participant, other, { venue }));
  await post(`/v1/pairings/${pairing.id}/acceptances`, { participantId: participant.id }, token);
  await post(`/v1/pairings/${pairing.id}/acceptances`, { participantId: other.id });
  await api.pass({ minutes: 10 });

  const links = async () => {
    const mails = await api.mails(anna.email);
    return mails.flatMap((mail) =>
      mail.links.filter((link) => link.includes("/p/")).map((link) => new URL(link).pathname),
    );
  };
  const [first = ""] = (await links()).filter((link) => link.includes("cannot-come"));
  await submit(first, { choice: "call-off", reason: `The ${MARK} is ill` });
  const planned = `/v1/sessions?programmeId=${programme.id}&state=planned`;
  const [second] = (await must(api.call("GET", planned))).items;
  await post(`/v1/sessions/${second.id}/cancellation`, { reason: "My own affair" }, hisToken);
  await post("/v1/sessions", sessionInput(pairing, { localStart: "2026-12-03T10:00", venue }));
  const waves = await answered(api, { programme, manager, links, submit });
  const unsubscribe = (await links()).findLast((link) => link.includes("unsubscribe")) ?? "";
  await submit(unsubscribe, { "List-Unsubscribe": "One-Click" });
  const managerToken = await tokenOf(api, manager.id, ["manager"]);
  return { api, anna, bruno, manager, programme, participant, token, managerToken, waves, links };
}

/** By a client that can repeat itself, and then by an import that knows her new title. */
async function takenIn(api: Api): Promise<Person> {
  const body = {
    externalId: `${MARK}-1`,
    email: `${MARK}@example.com`,
    name: `Anna ${MARK}`,
    site: `Site ${MARK}`,
    department: `Department ${MARK}`,
    jobTitle: `Title ${MARK}`,
    birthYear: 1999,
    locale: "en",
  };
  const headers = { "idempotency-key": "take-her-in" };
  const { id } = await must(api.call("POST", "/v1/people", { body, headers }));
  const row = [body.externalId, body.email, body.name, `New title ${MARK}`].join(";");
  await must(
    Promise.resolve(
      api.raw("/v1/people/imports", {
        method: "POST",
        headers: { authorization: `Bearer ${api.admin}`, "content-type": "text/csv" },
        body: `externalId;email;name;jobTitle\n${row}\n`,
      }),
    ),
  );
  await api.timeMachine.drain();
  return must(api.call("GET", `/v1/people/${id}`));
}

/** Three questionnaires at once, one of each privacy; she says something of her own where her name is known. */
async function answered(
  api: Api,
  {
    programme,
    manager,
    links,
    submit,
  }: Pick<Story, "programme" | "manager" | "links"> & {
    submit: (path: string, form: Record<string, string>) => Promise<unknown>;
  },
): Promise<Story["waves"]> {
  const ask = async (privacy: string, more: object = {}): Promise<string> => {
    const body = {
      programmeId: programme.id,
      instrumentId: shippedInstruments[0]?.id,
      privacy,
      opensAt: api.ports.clock.now(),
      closesAt: "2026-12-05T18:00:00Z",
      ...more,
    };
    const before = new Set(await links());
    const { id } = await must(api.call("POST", "/v1/waves", { body }));
    await api.pass({ minutes: 10 });
    const link = (await links()).find((one) => one.includes("questionnaire") && !before.has(one)) ?? "";
    await submit(link, answersOf(privacy === "anonymous" ? "Fine" : `A ${privacy} ${MARK}`));
    return id;
  };
  const confidential = await ask("confidential");
  const attributed = await ask("attributed", { coordinatorId: manager.id });
  return { confidential, attributed, anonymous: await ask("anonymous") };
}
