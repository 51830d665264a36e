import type { Context } from "@viceversa/core/context.ts";
import {
  type NextStep,
  nextStep,
  type OpenedParticipation,
  type Standing,
} from "@viceversa/core/workflow/opened-participation.ts";
import type { OwnPart } from "@viceversa/views/page/own-part.ts";
import { participationPage } from "@viceversa/views/page/participation.ts";
import type { PageAnswer } from "./handler.ts";
import { ownPart } from "./own-part.ts";

/** Whose link has done its work for good. */
const gone: readonly Standing[] = ["over", "called-off", "finished", "refused", "withdrawn"];

const nothingToDecide: OwnPart = { choices: [], fault: false };

/** Where somebody goes on, unless she is there already. */
export async function nextFrom(
  ctx: Context,
  opened: OpenedParticipation,
  here: NextStep["purpose"] | "match",
): Promise<NextStep | undefined> {
  const next = await nextStep(ctx, opened);
  return next?.purpose === here ? undefined : next;
}

/**
 * Tells how somebody stands with her programme, when the page that she has opened has nothing else to say, and lets
 * her decide about her own part, unless the page takes another answer.
 */
export async function participation(
  ctx: Context,
  opened: OpenedParticipation,
  here: NextStep["purpose"] | "match",
  { unchosen = false } = {},
): Promise<PageAnswer> {
  const { standing, programme, readership } = opened;
  const next = await nextFrom(ctx, opened, here);
  const own = here === "match" ? nothingToDecide : ownPart(opened, unchosen);
  return {
    status: own.fault ? 422 : gone.includes(standing) ? 410 : 200,
    html: participationPage(readership, { programme: programme.name, standing, next, ownPart: own }),
  };
}
