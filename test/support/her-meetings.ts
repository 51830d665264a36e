import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Session } from "@viceversa/core/session/index.ts";
import { ifMatch, sessionInput } from "./over-http.ts";
import { MARK, type Teller } from "./teller.ts";

const room = { kind: "link", link: `https://meet.example.com/${MARK}` };

/** Who acts in a chapter, and in which pairing. */
export interface Chapter {
  readonly pairing: Pairing;
  readonly token: string;
  readonly hisToken: string;
}

/**
 * Two sessions are prepared, written about and called off, one by each; a third takes place today, and a fourth is
 * to come while he proposes another hour for it.
 */
export async function theyMeet(teller: Teller, { pairing, token, hisToken }: Chapter): Promise<void> {
  const { api, post, put, get, submit, linkTo } = teller;
  await api.pass({ minutes: 10 });
  const planned = `/v1/sessions?programmeId=${pairing.programmeId}&state=planned`;
  const [first, second]: Session[] = (await get(planned)).items;
  if (!first || !second) throw new Error("a plan holds two sessions in being");
  await theyWrite(teller, { sessions: [first, second], pairing, token, hisToken });
  await put(
    `/v1/sessions/${first.id}/time`,
    {
      localStart: "2026-12-03T15:00",
      zone: "Europe/Rome",
      venue: { kind: "link", link: "https://a.example" },
    },
    { headers: ifMatch(first.version) },
  );
  await api.pass({ minutes: 10 });
  await submit(await linkTo("cannot-come", first.id), { choice: "call-off", reason: `The ${MARK} is ill` });
  await post(`/v1/sessions/${second.id}/cancellation`, { reason: "My own affair" }, hisToken);
  await post("/v1/sessions", sessionInput(pairing, { localStart: "2026-11-24T14:00", venue: room }));
  await api.pass({ hours: 6 });
  await submit(await linkTo("follow-up"), { happened: "yes" });
  const coming = sessionInput(pairing, { localStart: "2026-12-03T10:00", venue: room });
  const { id } = await post("/v1/sessions", coming);
  await api.pass({ minutes: 10 });
  const another = { localStart: "2026-12-04T10:00", zone: "Europe/Rome" };
  await post(`/v1/sessions/${id}/proposals`, another, hisToken);
  await api.pass({ minutes: 10 });
}

/** She prepares the first session alone, he the second; then she adds to what he has written of the first. */
async function theyWrite(
  { api, post, put }: Teller,
  {
    sessions: [first, second],
    pairing,
    token,
    hisToken,
  }: Chapter & { sessions: readonly [Session, Session] },
): Promise<void> {
  const write = (as: string, { id }: Session, what: string, version: number, body: object) =>
    put(`/v1/sessions/${id}/${what}`, body, { as, headers: ifMatch(version) });
  await write(token, first, "agenda", 0, {
    mainTopic: `Prompts for a ${MARK}`,
    discussion: `Does a ${MARK} fly?`,
  });
  await write(hisToken, second, "agenda", 0, { mainTopic: "His own topic", discussion: "" });
  await write(hisToken, first, "notes/shared", 0, { text: "We begin" });
  await write(token, first, "notes/shared", 1, { text: `We begin with a ${MARK}` });
  await write(hisToken, second, "notes/shared", 0, { text: "His part of it" });
  await write(token, first, "notes/private", 0, { text: `He fears the ${MARK}` });
  await write(hisToken, first, "notes/private", 0, { text: "His secret" });
  const [her, him] = pairing.members.map(({ participantId }) => participantId);
  const agree = (as: string, text: string, ownerId: string | undefined) =>
    post(`/v1/sessions/${first.id}/action-items`, { text, ownerId }, as);
  await agree(hisToken, `Bring the ${MARK}`, her);
  await agree(hisToken, "Read the manual", him);
  const { id, version } = await agree(hisToken, "Draw", him);
  await api.call("PATCH", `/v1/sessions/${first.id}/action-items/${id}`, {
    as: token,
    body: { text: `Draw a ${MARK}` },
    headers: ifMatch(version),
  });
}
