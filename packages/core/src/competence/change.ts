import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { equal, put } from "../table.ts";
import type { Instant } from "../time.ts";
import { competenceItem } from "./items.ts";
import { readOwn } from "./own.ts";
import {
  type Competence,
  type CompetenceChange,
  type OwnCompetence,
  ownCompetenceOf,
  ownView,
} from "./schema.ts";

/**
 * Changes a competence of the customer's own. Its key and its id stay.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such competence
 * @throws Conflict  it is shipped, or retired
 * @throws PreconditionFailed  it was changed since that version
 */
export async function changeCompetence(
  ctx: Context,
  { id, version, change }: { id: Id<"competence">; version: number; change: CompetenceChange },
): Promise<Competence> {
  const before = await readOwn(ctx, id);
  if (before.state === "retired") {
    throw new Conflict("This competence is retired and changes no more. Add a new one.", {
      state: before.state,
    });
  }
  if (before.version !== version) throw stale("competence");
  const after = changed(before, change, ctx.clock.now());
  const outcome = await commit(ctx, {
    changes: [put(competenceItem(after), equal("version", version))],
    audit: {
      action: "competence.changed",
      subject: { type: "competence", id },
      facts: { changed: Object.keys(change).sort() },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return ownView(after);
  throw stale("competence");
}

/** The competence with a change applied: what is `null` goes, what is left out stays. */
function changed(before: OwnCompetence, change: CompetenceChange, now: Instant): OwnCompetence {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const parts = Object.entries({ ...before, ...Object.fromEntries(given) }).filter(
    ([, value]) => value !== null,
  );
  return ownCompetenceOf({ ...Object.fromEntries(parts), version: before.version + 1, updatedAt: now });
}
