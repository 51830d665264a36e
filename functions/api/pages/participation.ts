import type { Context } from "@viceversa/core/context.ts";
import {
  type NextStep,
  nextStep,
  type OpenedParticipation,
  type Standing,
} from "@viceversa/core/workflow/opened-participation.ts";
import { participationPage } from "@viceversa/views/page/participation.ts";
import type { PageAnswer } from "./handler.ts";

/** Whose link has done its work for good. */
const gone: readonly Standing[] = ["over", "called-off", "finished", "refused", "withdrawn"];

/** Where somebody goes on, unless she is there already. */
export async function nextFrom(
  ctx: Context,
  opened: OpenedParticipation,
  here: NextStep["purpose"] | "match",
): Promise<NextStep | undefined> {
  const next = await nextStep(ctx, opened);
  return next?.purpose === here ? undefined : next;
}

/** Tells how somebody stands with her programme, when the page that she has opened has nothing else to say. */
export async function participation(
  ctx: Context,
  opened: OpenedParticipation,
  here: NextStep["purpose"] | "match",
): Promise<PageAnswer> {
  const { standing, programme, readership } = opened;
  const next = await nextFrom(ctx, opened, here);
  return {
    status: gone.includes(standing) ? 410 : 200,
    html: participationPage(readership, { programme: programme.name, standing, next }),
  };
}
