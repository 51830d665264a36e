import { z } from "zod";
import type { Context } from "../context.ts";
import { entityKey, partitionOf } from "../entity.ts";
import { NotFound } from "../errors.ts";
import { type Id, idOf } from "../ids.ts";
import { everyItem, type List, listPage, PageRequest } from "../page.ts";
import { requireManaged } from "../programme/index.ts";
import { Instant } from "../time.ts";
import {
  COMMENT_PREFIX,
  hasExpired,
  invitationsOf,
  NAMED_PREFIX,
  releaseKey,
  waveRef,
  wavesOf,
} from "./items.ts";
import { NamedAnswers, Wave, type WaveView } from "./schema.ts";
import { ReleasedTables } from "./tables.ts";

/** A wave with its response rate and, once released, its tables: two round trips, and one for each 1,000 invitations. */
export async function getWave(ctx: Context, id: Id<"wave">): Promise<WaveView> {
  const [item, release] = await ctx.table.getMany([entityKey(waveRef(id)), releaseKey(id)]);
  if (!item) throw new NotFound("There is no wave with this id.");
  const wave = Wave.parse(item);
  await requireManaged(ctx, wave.programmeId, "wave");
  const { invited, answered } = await countInvitations(ctx, id);
  return {
    ...wave,
    ...(wave.state !== "scheduled" && { invited }),
    answered,
    ...(release && { tables: ReleasedTables.parse(release["tables"]) }),
    ...(release && isCoordinator(ctx, wave) && { named: await namedAnswers(ctx, id) }),
  };
}

/** Only whom the respondents were told of reads attributed answers; an administrator does not. */
const isCoordinator = ({ actor }: Context, { privacy, coordinatorId }: Wave): boolean =>
  privacy === "attributed" && actor.kind === "manager" && actor.personId === coordinatorId;

async function namedAnswers(ctx: Context, id: Id<"wave">): Promise<NamedAnswers[]> {
  const query = { partition: partitionOf(waveRef(id)), sort: { beginsWith: NAMED_PREFIX } };
  const now = ctx.clock.now();
  return (await everyItem(ctx, query))
    .filter((item) => !hasExpired(item, now))
    .map((item) => NamedAnswers.parse(item));
}

/** How many were asked, and how many of them have answered. */
export async function countInvitations(
  ctx: Context,
  id: Id<"wave">,
): Promise<{ invited: number; answered: number }> {
  const items = await everyItem(ctx, { index: "byProgramme", partition: invitationsOf(id) });
  return {
    invited: items.length,
    answered: items.filter((item) => item["state"] === "answered").length,
  };
}

/** A comment as it was released; in alphabetical order, which says nothing of when or by whom. */
export const ReleasedComment = z.object({ text: z.string() }).meta({ id: "ReleasedComment" });
export type ReleasedComment = z.infer<typeof ReleasedComment>;

/**
 * The comments that a wave has released.
 *
 * @throws NotFound  there is no such wave, or the actor does not manage its programme
 */
export async function listComments(
  ctx: Context,
  { id, ...request }: PageRequest & { id: Id<"wave"> },
): Promise<List<ReleasedComment>> {
  const wave = await readWave(ctx, id);
  // While they are being written, none is released.
  if (wave.state !== "released") return { items: [] };
  const query = { partition: partitionOf(waveRef(id)), sort: { beginsWith: COMMENT_PREFIX } };
  const now = ctx.clock.now();
  return listPage(ctx, query, request, (item) =>
    hasExpired(item, now) ? undefined : ReleasedComment.parse(item),
  );
}

async function readWave(ctx: Context, id: Id<"wave">): Promise<Wave> {
  const item = await ctx.table.get(entityKey(waveRef(id)));
  if (!item) throw new NotFound("There is no wave with this id.");
  const wave = Wave.parse(item);
  await requireManaged(ctx, wave.programmeId, "wave");
  return wave;
}

export const WavesRequest = PageRequest.extend({
  programmeId: idOf("programme"),
  state: Wave.shape.state.optional(),
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
});
export type WavesRequest = z.infer<typeof WavesRequest>;

/** The waves of a programme, by the time at which they open. */
export async function listWaves(ctx: Context, request: WavesRequest): Promise<List<Wave>> {
  const { programmeId, state, updatedSince } = request;
  await requireManaged(ctx, programmeId);
  const query = { index: "byProgramme", partition: wavesOf(programmeId) } as const;
  return listPage(ctx, query, request, (item) => {
    if (updatedSince !== undefined && String(item["updatedAt"]) < updatedSince) return undefined;
    return state === undefined || item["state"] === state ? Wave.parse(item) : undefined;
  });
}
