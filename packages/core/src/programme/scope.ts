import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { readProgramme } from "./read.ts";
import type { Programme } from "./schema.ts";

/** Whether the actor may see a programme whole: its managers may, and who is above all programmes. */
export function mayManage({ actor }: Context, { managers }: Pick<Programme, "managers">): boolean {
  switch (actor.kind) {
    case "manager":
      return actor.personId !== undefined && managers.includes(actor.personId);
    case "participant":
      return false;
    default:
      return true;
  }
}

/**
 * Lets a manager go on only in her own programmes.
 *
 * @param what  how the thing is called towards whoever may not know that it is there
 * @throws NotFound  "not yours" and "not there" answer alike
 */
export async function requireManaged(
  ctx: Context,
  programmeId: Id<"programme">,
  what = "programme",
): Promise<void> {
  const { kind } = ctx.actor;
  if (kind !== "manager" && kind !== "participant") return;
  if (kind === "manager" && mayManage(ctx, await readProgramme(ctx, programmeId))) return;
  throw new NotFound(`There is no ${what} with this id.`);
}
