import { z } from "zod";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { everyItem, type List, listPage, PageRequest } from "../page.ts";
import { requireManaged } from "../programme/index.ts";
import { Instant } from "../time.ts";
import {
  FORBIDDEN_PREFIX,
  matchingOf,
  PAIR_PREFIX,
  proposalPartition,
  runsOf,
  SEAT_PREFIX,
} from "./items.ts";
import { proposalOf, readRun } from "./read.ts";
import { ForbiddenPair, MatchingRun, ProposedPair, Seat } from "./schema.ts";

export const MatchingRunsRequest = PageRequest.extend({
  state: MatchingRun.shape.state.optional(),
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
});

/** The runs of a programme, oldest first. */
export async function listMatchingRuns(
  ctx: Context,
  { programmeId, ...request }: z.infer<typeof MatchingRunsRequest> & { programmeId: Id<"programme"> },
): Promise<List<MatchingRun>> {
  await requireManaged(ctx, programmeId);
  const query = { index: "byProgramme", partition: runsOf(programmeId) } as const;
  return listPage(ctx, query, request, (item) => {
    if (request.state !== undefined && item["state"] !== request.state) return undefined;
    if (request.updatedSince !== undefined && String(item["updatedAt"]) < request.updatedSince)
      return undefined;
    return MatchingRun.parse(item);
  });
}

/** The newest runs of a programme that are in one of these states, the newest first. */
export async function latestRuns(
  ctx: Context,
  programmeId: Id<"programme">,
  { states, most }: { readonly states: readonly MatchingRun["state"][]; readonly most: number },
): Promise<MatchingRun[]> {
  await requireManaged(ctx, programmeId);
  const runs = await everyItem(ctx, {
    index: "byProgramme",
    partition: runsOf(programmeId),
    descending: true,
  });
  return runs
    .map((item) => MatchingRun.parse(item))
    .filter(({ state }) => states.includes(state))
    .slice(0, most);
}

const Flag = z.enum(["true", "false"]).transform((flag) => flag === "true");

export const ProposedPairsRequest = PageRequest.extend({
  mentorId: ProposedPair.shape.mentorId.optional(),
  menteeId: ProposedPair.shape.menteeId.optional(),
  locked: Flag.optional(),
  publication: z.enum(["published", "skipped"]).optional().describe("Only what was published, or skipped"),
});

/**
 * The pairs of a run as they are now, by mentor and mentee.
 *
 * @throws NotFound  there is no such run, or the actor does not manage its programme
 */
export async function listProposedPairs(
  ctx: Context,
  { id, ...request }: z.infer<typeof ProposedPairsRequest> & { id: Id<"matchingRun"> },
): Promise<List<ProposedPair>> {
  const ref = proposalOf(await readRun(ctx, id));
  if (!ref) return { items: [] };
  const { mentorId, menteeId, locked, publication } = request;
  const query = {
    partition: proposalPartition(ref),
    sort: { beginsWith: `${PAIR_PREFIX}${mentorId ?? ""}` },
  };
  return listPage(ctx, query, request, (item) => {
    const pair = ProposedPair.parse(item);
    if (menteeId !== undefined && pair.menteeId !== menteeId) return undefined;
    if (locked !== undefined && pair.locked !== locked) return undefined;
    return publication === undefined || pair.publication?.state === publication ? pair : undefined;
  });
}

export const UnmatchedRequest = PageRequest.extend({ role: Seat.shape.role.optional() });

/**
 * Who is in no pair of a run, and why.
 *
 * @throws NotFound  there is no such run, or the actor does not manage its programme
 */
export async function listUnmatched(
  ctx: Context,
  { id, ...request }: z.infer<typeof UnmatchedRequest> & { id: Id<"matchingRun"> },
): Promise<List<Seat>> {
  const ref = proposalOf(await readRun(ctx, id));
  if (!ref) return { items: [] };
  const query = { partition: proposalPartition(ref), sort: { beginsWith: SEAT_PREFIX } };
  return listPage(ctx, query, request, (item) => {
    const seat = Seat.parse(item);
    return seat.taken === 0 && (request.role === undefined || seat.role === request.role) ? seat : undefined;
  });
}

/** Whom managers keep apart in a programme. */
export async function listForbiddenPairs(
  ctx: Context,
  { programmeId, ...request }: PageRequest & { programmeId: Id<"programme"> },
): Promise<List<ForbiddenPair>> {
  await requireManaged(ctx, programmeId);
  const query = { partition: matchingOf(programmeId), sort: { beginsWith: FORBIDDEN_PREFIX } };
  return listPage(ctx, query, request, (item) => ForbiddenPair.parse(item));
}
