import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { requireManaged } from "../programme/index.ts";
import { participantIdOf } from "./items.ts";

/**
 * Lets a manager go on in her own programmes, and a participant where she takes part herself.
 *
 * @param what  how the thing is called towards whoever may not know that it is there
 * @throws NotFound  "not yours" and "not there" answer alike
 */
export async function requireTakingPart(
  ctx: Context,
  what: string,
  { programmeId, members }: { programmeId: Id<"programme">; members: readonly Id<"participant">[] },
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "participant") return requireManaged(ctx, programmeId, what);
  if (members.includes(participantIdOf(programmeId, actor.personId))) return;
  throw new NotFound(`There is no ${what} with this id.`);
}
