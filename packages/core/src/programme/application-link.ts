import { mintCapability } from "../capability/index.ts";
import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound, PreconditionFailed } from "../errors.ts";
import type { Id } from "../ids.ts";
import type { LinkToken } from "../mail.ts";
import { all, equal, oneOf, update } from "../table.ts";
import { getProgramme } from "./get.ts";
import { movedAt, programmeRef } from "./items.ts";
import { hasEnded, openPhases } from "./open.ts";
import type { ApplicationLink, Programme } from "./schema.ts";

/**
 * The link by which whoever is in the directory can ask to take part, as its token.
 *
 * @throws NotFound  there is no such programme, the actor does not manage it, or it has no open link
 */
export async function getApplicationLink(ctx: Context, id: Id<"programme">): Promise<LinkToken> {
  const { applicationLink } = await getProgramme(ctx, id);
  if (applicationLink?.state !== "open") throw new NotFound("This programme has no open application link.");
  return tokenOf(ctx, id, applicationLink);
}

/**
 * Opens a programme to applications by a link. One that was open before is void from now on.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Conflict  it has ended
 */
export async function openApplicationLink(ctx: Context, id: Id<"programme">): Promise<LinkToken> {
  const operation = "programme.open-application-link";
  const link = await once(ctx, operation, { id }, async () => {
    const before = await getProgramme(ctx, id);
    const generation = (before.applicationLink?.generation ?? 0) + 1;
    const link: ApplicationLink = { state: "open", generation };
    await write(ctx, before, link, { operation, input: { id }, result: link });
    return link;
  });
  return tokenOf(ctx, id, link);
}

/**
 * Closes a programme's application link; who has asked by it already stays.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Conflict  it has ended
 */
export async function closeApplicationLink(ctx: Context, id: Id<"programme">): Promise<void> {
  const before = await getProgramme(ctx, id);
  if (before.applicationLink?.state !== "open") return;
  await write(ctx, before, { ...before.applicationLink, state: "closed" }, "not repeatable");
}

const tokenOf = (ctx: Context, id: Id<"programme">, { generation }: ApplicationLink): Promise<LinkToken> =>
  mintCapability(ctx, { purpose: "join", id, generation });

async function write(
  ctx: Context,
  before: Programme,
  applicationLink: ApplicationLink,
  idempotency: Parameters<typeof commit>[1]["idempotency"],
): Promise<void> {
  const { id, version, phase } = before;
  if (!openPhases.includes(phase)) throw hasEnded(before);
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(programmeRef(id)),
        { set: { applicationLink, ...movedAt(id, ctx.clock.now()) }, add: { version: 1 } },
        all(equal("version", version), oneOf("phase", openPhases)),
      ),
    ],
    audit: {
      action: `application-link.${applicationLink.state === "open" ? "opened" : "closed"}`,
      subject: programmeRef(id),
    },
    marks: [],
    idempotency,
  });
  if (outcome.committed) return;
  throw new PreconditionFailed("Somebody has changed this programme at the same moment. Try again.");
}
