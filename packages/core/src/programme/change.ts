import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Invalid, PreconditionFailed } from "../errors.ts";
import type { Id } from "../ids.ts";
import { personKey } from "../person/index.ts";
import { check, equal, present, update } from "../table.ts";
import { getProgramme } from "./get.ts";
import { PROGRAMMES_BY_UPDATE, programmeRef } from "./items.ts";
import type { Programme, ProgrammeChange } from "./schema.ts";

/**
 * Changes a programme's rules. What is planned already follows: reminders move to the new lead.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws PreconditionFailed  it was changed since that version
 * @throws Invalid  one of its new managers is not in the directory
 */
export async function changeProgramme(
  ctx: Context,
  { id, version, change }: { id: Id<"programme">; version: number; change: ProgrammeChange },
): Promise<Programme> {
  await getProgramme(ctx, id);
  const now = ctx.clock.now();
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(programmeRef(id)),
        {
          set: { ...given, updatedAt: now, updatedPk: PROGRAMMES_BY_UPDATE, updatedSk: `${now}#${id}` },
          add: { version: 1 },
        },
        equal("version", version),
      ),
      ...[...new Set(change.managers ?? [])].map((manager) => check(personKey(manager), present)),
    ],
    audit: {
      action: "programme.changed",
      subject: programmeRef(id),
      facts: { changed: Object.keys(given).sort() },
    },
    marks: [programmeRef(id)],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return getProgramme(ctx, id);
  if (outcome.refusals.some(({ index }) => index === 0)) {
    throw new PreconditionFailed("Somebody has changed this programme since you read it. Read it again.");
  }
  const issues = [{ path: ["managers"], message: "Give the ids of people in the directory." }];
  throw new Invalid("A manager is not in the directory.", { issues });
}
