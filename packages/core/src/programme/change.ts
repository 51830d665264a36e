import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Invalid, PreconditionFailed } from "../errors.ts";
import type { Id } from "../ids.ts";
import { isActive, personKey } from "../person/index.ts";
import { all, check, equal, oneOf, update } from "../table.ts";
import { getProgramme } from "./get.ts";
import { movedAt, programmeRef } from "./items.ts";
import { hasEnded, openPhases } from "./open.ts";
import { readProgramme } from "./read.ts";
import type { Programme, ProgrammeChange } from "./schema.ts";

/**
 * Changes a programme's rules. What is planned already follows: reminders move to the new lead.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Conflict  it has ended
 * @throws PreconditionFailed  it was changed since that version
 * @throws Invalid  one of its new managers is not in the directory, or has left
 */
export async function changeProgramme(
  ctx: Context,
  { id, version, change }: { id: Id<"programme">; version: number; change: ProgrammeChange },
): Promise<Programme> {
  const before = await getProgramme(ctx, id);
  if (!openPhases.includes(before.phase)) throw hasEnded(before);
  const managers = change.managers && [...new Set(change.managers)];
  const added = managers?.filter((manager) => !before.managers.includes(manager)) ?? [];
  const given = Object.fromEntries(
    Object.entries({ ...change, managers }).filter(([, value]) => value !== undefined),
  );
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(programmeRef(id)),
        {
          set: { ...given, ...movedAt(id, ctx.clock.now()) },
          add: { version: 1 },
        },
        all(equal("version", version), oneOf("phase", openPhases)),
      ),
      ...added.map((manager) => check(personKey(manager), isActive)),
    ],
    audit: {
      action: "programme.changed",
      subject: programmeRef(id),
      facts: { changed: Object.keys(given).sort() },
    },
    marks: [programmeRef(id)],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return readProgramme(ctx, id);
  if (outcome.refusals.some(({ index }) => index === 0)) {
    throw new PreconditionFailed("Somebody has changed this programme since you read it. Read it again.");
  }
  const issues = [{ path: ["managers"], message: "Give the ids of active people in the directory." }];
  throw new Invalid("A new manager is not in the directory, or has left.", { issues });
}
