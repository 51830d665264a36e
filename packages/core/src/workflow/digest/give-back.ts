import type { Context } from "../../context.ts";
import { type DueMail, part } from "../../due/index.ts";
import { waitingFor } from "./waiting.ts";

/**
 * Gives back what was joined to a digest whose sending failed and that is given up now: each mail looks for itself
 * again. Doing it twice changes nothing.
 */
export async function giveBack(ctx: Context, digest: DueMail): Promise<void> {
  for (const due of await waitingFor(ctx, digest)) {
    if (due.state === "joined") await part(ctx, due, digest.id);
  }
}
