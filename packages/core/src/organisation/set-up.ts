import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict } from "../errors.ts";
import { absent, put } from "../table.ts";
import { ORGANISATION } from "./items.ts";
import { Organisation, type OrganisationSetup } from "./schema.ts";

/**
 * Sets up the one organisation of a new stack, with sending off: an administrator switches it on.
 *
 * @throws Conflict  the stack has its organisation already
 */
export async function setUpOrganisation(ctx: Context, input: OrganisationSetup): Promise<Organisation> {
  const organisation: Organisation = { ...input, sending: "off", notBefore: ctx.clock.now(), version: 1 };
  const outcome = await commit(ctx, {
    changes: [put({ ...entityKey(ORGANISATION), schemaVersion: 1, ...organisation }, absent)],
    audit: { action: "organisation.set-up", subject: ORGANISATION },
    marks: [],
    idempotency: "not repeatable",
  });
  if (!outcome.committed) throw new Conflict("This stack has its organisation already. Change it instead.");
  return Organisation.parse(organisation);
}
