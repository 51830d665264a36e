import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import type { Session } from "@viceversa/core/session/index.ts";
import type { Api } from "./api.ts";
import { aMentee, aMentor, aProposal, COLLABORATE, publish, type Somebody } from "./matching.ts";
import { anOpenProgramme } from "./over-http.ts";
import { linkTo, send } from "./pages.ts";

export const pairingsIn = async (api: Api, { id }: Programme): Promise<Pairing[]> =>
  (await api.call("GET", `/v1/pairings?programmeId=${id}&limit=100`)).body.items;

/** What is planned, by its start. */
export const sessionsIn = async (api: Api, { id }: Programme): Promise<Session[]> =>
  (await api.call("GET", `/v1/sessions?programmeId=${id}&state=planned&limit=100`)).body.items;

/** Each answers by her own mailed link, and what follows is done. */
export async function allSay(api: Api, people: readonly Somebody[], choice: "yes" | "no"): Promise<void> {
  for (const { person } of people) await send(api, await linkTo(api, person.email, "match"), { choice });
  await api.pass({ minutes: 5 });
}

export const attendeesOf = ({ attendees }: Session, state = "expected"): string[] =>
  attendees.filter((one) => one.state === state).map(({ participantId }) => participantId);

export const idsOf = (...people: Somebody[]): string[] => people.map(({ participant }) => participant.id);

export const mailsTo = async (api: Api, { person }: Somebody, kind: string): Promise<number> =>
  (await api.mails(person.email)).filter((mail) => mail.kind === kind).length;

/** Where the mail about her first session leads her who cannot come. */
export async function absenceOf(api: Api, { person }: Somebody): Promise<string> {
  const mails = (await api.mails(person.email)).filter(({ kind }) => kind === "invitation");
  const links = mails[0]?.links ?? [];
  return new URL(links.find((one) => one.includes("/p/cannot-come/")) ?? "").pathname;
}

/** A mentor with room for three, and three mentees who want what she teaches. */
export async function aGroup(api: Api, programme: Programme) {
  const zoe = await aMentor(api, programme, [COLLABORATE], { capacity: { mentorCapacity: 3 } });
  const anna = await aMentee(api, programme, [COLLABORATE]);
  const bruno = await aMentee(api, programme, [COLLABORATE]);
  const carla = await aMentee(api, programme, [COLLABORATE]);
  return { zoe, anna, bruno, carla };
}

/** A group that was published, and whose members have been asked. */
export async function aProposedGroup(api: Api) {
  const rules = { groupSize: { smallest: 2, largest: 4 } };
  const programme = await anOpenProgramme(api, { format: "group", rules });
  const people = await aGroup(api, programme);
  await publish(api, await aProposal(api, programme));
  return { programme, ...people };
}
