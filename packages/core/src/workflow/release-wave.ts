import { auditWrite } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { getInstrument } from "../instrument/index.ts";
import { invariant } from "../invariant.ts";
import { type GenerationRanges, getOrganisation } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import { Participant, participantRef } from "../participant/index.ts";
import { generationOf, Person, personKey } from "../person/index.ts";
import { absent, check, equal, type Item, type Key, present, put, update, type Write } from "../table.ts";
import {
  type CountedResponse,
  commentItem,
  countInvitations,
  namedItem,
  Response,
  releasedComments,
  releaseKey,
  releaseTables,
  responsesOf,
  type Wave,
  waveRef,
} from "../wave/index.ts";
import { ChangedMeanwhile } from "./kept.ts";

/** Items that one transaction fans out to. */
const FAN_OUT = 20;

/** Releases the tables of a closed wave, once and for good. */
export async function releaseWave(ctx: Context, wave: Wave, underMark: Write): Promise<void> {
  const { threshold } = wave;
  invariant(threshold, "a wave that was open has its threshold");
  const [{ generations }, instrument, items, { invited }] = await Promise.all([
    getOrganisation(ctx),
    getInstrument(ctx, wave.instrumentId),
    everyItem(ctx, { partition: responsesOf(wave.id) }),
    countInvitations(ctx, wave.id),
  ]);
  const responses = items.map((item) => Response.parse(item));
  const by =
    wave.privacy === "confidential" ? (["role", "generation", "department"] as const) : (["role"] as const);
  const all = await counted(ctx, responses, generations);
  const tables = releaseTables(instrument, all, { threshold, invited, by });
  const beside = [
    ...releasedComments(instrument, all, threshold).map((text, at) => [put(commentItem(wave, at, text))]),
    ...namedAnswers(wave, items),
  ];
  if (!(await writeBeside(ctx, beside, underMark))) return;
  await ctx.table.transact([
    underMark,
    put({ ...releaseKey(wave.id), schemaVersion: 1, tables }, absent),
    update(
      entityKey(waveRef(wave.id)),
      { set: { state: "released", invited, updatedAt: ctx.clock.now() }, add: { version: 1 } },
      equal("state", "closed"),
    ),
    auditWrite(ctx, { action: "wave.released", subject: waveRef(wave.id), facts: { invited } }),
  ]);
}

/**
 * What was answered under a name, for its coordinator: each copied only while the response is there, since
 * somebody may be erased at this moment.
 */
const namedAnswers = (wave: Wave, items: readonly Item[]): Write[][] =>
  items.flatMap(({ pk, sk, ...item }) => {
    const response = Response.parse(item);
    if (response.privacy !== "attributed") return [];
    const { participantId, role, answers } = response;
    return [[check({ pk, sk }, present), put(namedItem(wave, { participantId, role, answers }))]];
  });

/**
 * Writes what does not fit into the release's own item; answers whether the mark still stands.
 *
 * @throws ChangedMeanwhile  something that was read is not there any more
 */
async function writeBeside(
  ctx: Context,
  groups: readonly (readonly Write[])[],
  underMark: Write,
): Promise<boolean> {
  for (let at = 0; at < groups.length; at += FAN_OUT) {
    const outcome = await ctx.table.transact([underMark, ...groups.slice(at, at + FAN_OUT).flat()]);
    if (outcome.committed) continue;
    if (outcome.refusals.some(({ index }) => index === 0)) return false;
    throw new ChangedMeanwhile();
  }
  return true;
}

/** Responses with the groups that they count in; an erased person counts in none. */
async function counted(
  ctx: Context,
  responses: readonly Response[],
  generations: GenerationRanges,
): Promise<CountedResponse[]> {
  const ids = responses.map((response) =>
    response.privacy === "confidential" ? response.participantId : undefined,
  );
  const participants = await readAll(
    ctx,
    ids.map((id) => id && entityKey(participantRef(id))),
  );
  const people = await readAll(
    ctx,
    participants.map((item) => item && personKey(Participant.parse(item).personId)),
  );
  return responses.map(({ answers, role }, at) => {
    const person = people[at] && Person.parse(people[at]);
    const generation = person?.birthYear && generationOf(person.birthYear, generations);
    return {
      answers,
      groups: {
        ...(role && { role }),
        ...(generation && { generation }),
        ...(person?.department && { department: person.department }),
      },
    };
  });
}

/** Reads items by their keys; what has no key has no item. */
async function readAll(ctx: Context, keys: readonly (Key | undefined)[]) {
  const wanted = keys.filter((key) => key !== undefined);
  const found = new Map((await ctx.table.getMany(wanted)).map((item) => [item?.pk, item]));
  return keys.map((key) => key && found.get(key.pk));
}
