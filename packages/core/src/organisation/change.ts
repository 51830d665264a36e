import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound, PreconditionFailed } from "../errors.ts";
import { type Change, equal, update } from "../table.ts";
import { getOrganisation } from "./get.ts";
import { ORGANISATION } from "./items.ts";
import type { Organisation, OrganisationChange } from "./schema.ts";

/**
 * Changes the organisation. A change of the sending switch or of the watermark re-marks what depends on it.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  the stack was not set up yet
 * @throws PreconditionFailed  somebody else has changed it meanwhile; `data.version` is the present one
 */
export async function changeOrganisation(
  ctx: Context,
  { version, change }: { version: number; change: OrganisationChange },
): Promise<Organisation> {
  const outcome = await commit(ctx, {
    changes: [
      update(entityKey(ORGANISATION), { ...partsOf(change), add: { version: 1 } }, equal("version", version)),
    ],
    audit: {
      action: "organisation.changed",
      subject: ORGANISATION,
      facts: { changed: Object.keys(change).sort() },
    },
    marks: change.sending || change.notBefore ? [ORGANISATION] : [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return getOrganisation(ctx);
  const found = outcome.refusals[0]?.found;
  if (!found) throw new NotFound("This stack has no organisation yet. Set it up first.");
  throw new PreconditionFailed("Somebody has changed the organisation since you read it. Read it again.", {
    version: found["version"],
  });
}

/** What is given is set, what is `null` goes, and an absent part is left as it is. */
function partsOf(change: OrganisationChange): Pick<Change, "set" | "remove"> {
  const parts = Object.entries(change);
  const given = parts.flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, value] as const],
  );
  return {
    set: Object.fromEntries(given),
    remove: parts.filter(([, value]) => value === null).map(([name]) => name),
  };
}
