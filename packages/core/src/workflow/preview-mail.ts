import { z } from "zod";
import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Forbidden, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { getOrganisation } from "../organisation/index.ts";
import { getPerson } from "../person/index.ts";
import {
  askedForPreview,
  getProgramme,
  Management,
  managementIdOf,
  managementItem,
  managementRef,
  newManagement,
  previewsLeft,
  programmeRef,
} from "../programme/index.ts";
import { absent, equal, put } from "../table.ts";
import { plannedMail } from "./outlook.ts";

/** Two of her own requests may meet; more often in a row is a fault. */
const MAXIMUM_ROUNDS = 5;

/** That a preview is on its way. */
export const PreviewReceipt = z
  .object({
    to: z.string().describe("Whom it goes to: the caller, and nobody else"),
    left: z.number().int().describe("How many more she can have in this programme today"),
  })
  .meta({ id: "PreviewReceipt" });
export type PreviewReceipt = z.infer<typeof PreviewReceipt>;

/**
 * Mails a manager what somebody else is going to get, marked as a preview and with links that lead nowhere.
 *
 * @throws Forbidden  the caller is nobody in the directory, so that there is no own address
 * @throws NotFound  she does not manage the programme, or no mail with this id goes out
 * @throws Conflict  nothing is mailed now: sending is off, or the programme is paused
 * @throws LimitReached  she has had as many as a day has
 */
export async function previewMail(
  ctx: Context,
  { programmeId, dueId }: { programmeId: Id<"programme">; dueId: Id<"due"> },
): Promise<PreviewReceipt> {
  const personId = "personId" in ctx.actor ? ctx.actor.personId : undefined;
  if (!personId) throw new Forbidden("A preview goes to a manager of the directory; sign in as one.");
  const operation = "programme.preview-mail";
  const input = { programmeId, dueId };
  const left = await once(ctx, operation, input, () =>
    ask(ctx, { ...input, personId }, { operation, input }),
  );
  return { to: (await getPerson(ctx, personId)).email, ...left };
}

interface Asking {
  readonly programmeId: Id<"programme">;
  readonly dueId: Id<"due">;
  readonly personId: Id<"person">;
}

async function ask(
  ctx: Context,
  { programmeId, dueId, personId }: Asking,
  request: { operation: string; input: unknown },
): Promise<{ left: number }> {
  const programme = await getProgramme(ctx, programmeId);
  const { sending } = await getOrganisation(ctx);
  if (sending === "off") throw new Conflict("Sending is switched off: nothing is mailed.", { sending });
  if (programme.paused) {
    throw new Conflict("This programme is paused and mails nothing. Resume it first.", { paused: true });
  }
  if (!(await plannedMail(ctx, programme, dueId))) {
    throw new NotFound("No mail with this id goes out. Read the outlook again.");
  }
  const ref = managementRef(managementIdOf(programmeId, personId));
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const now = ctx.clock.now();
    const item = await ctx.table.get(entityKey(ref));
    const before = item ? Management.parse(item) : newManagement(programme, personId, now);
    const after = askedForPreview(before, dueId, now);
    const result = { left: previewsLeft(after, now) };
    const outcome = await commit(ctx, {
      changes: [put(managementItem(after), item ? equal("version", before.version) : absent)],
      audit: { action: "programme.preview-asked", subject: programmeRef(programmeId), facts: { dueId } },
      marks: [ref],
      idempotency: { ...request, result },
    });
    if (outcome.committed) return result;
  }
  throw new Conflict("You have asked for several previews at the same moment. Try again.");
}
