import { auditWrite } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { getInstrument } from "../instrument/index.ts";
import { invariant } from "../invariant.ts";
import { getOrganisation } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import { absent, check, equal, type Item, present, put, update, type Write } from "../table.ts";
import {
  changeKey,
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
import { countedResponses } from "./counted-responses.ts";
import { ChangedMeanwhile } from "./kept.ts";
import { changeUntil } from "./release-change.ts";

/** Items that one transaction fans out to. */
const FAN_OUT = 20;

/** Releases the tables of a closed wave, and what has changed until it, once and for good. */
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
  const all = await countedResponses(ctx, responses, generations);
  const tables = releaseTables(instrument, all, { threshold, invited, by });
  const change = await changeUntil(ctx, wave, { instrument, responses: all, generations });
  const beside = [
    ...releasedComments(instrument, all, threshold).map((text, at) => [put(commentItem(wave, at, text))]),
    ...namedAnswers(wave, items),
  ];
  if (!(await writeBeside(ctx, beside, underMark))) return;
  await ctx.table.transact([
    underMark,
    put({ ...releaseKey(wave.id), schemaVersion: 1, tables }, absent),
    ...(change ? [put({ ...changeKey(wave.id), schemaVersion: 1, change }, absent)] : []),
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
