import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { everyItem } from "../page.ts";
import type { Participant } from "../participant/index.ts";
import { absent, put, type Write } from "../table.ts";
import { type Instant, plus } from "../time.ts";
import { invitationIdOf, invitationItem, invitationRef, Wave, wavesOf } from "../wave/index.ts";
import { audienceIn } from "./audience.ts";
import { invitationTo } from "./invite.ts";

/** Who joins later than this before a wave closes is left in peace. */
const SHORTEST_HOURS = 48;

/**
 * Invites somebody who is ready now to the waves that have opened without her, also where they remind nobody. Who
 * was asked before is not asked again.
 */
export async function inviteLate(ctx: Context, participant: Participant, underMark: Write): Promise<void> {
  const items = await everyItem(ctx, { index: "byProgramme", partition: wavesOf(participant.programmeId) });
  const now = ctx.clock.now();
  const open = items
    .map((item) => Wave.parse(item))
    .filter((wave) => isStillWorthIt(wave, now) && audienceIn(wave, [participant]).length > 0);
  for (const wave of open) {
    const entity = invitationRef(invitationIdOf(wave.id, participant.id));
    const { committed } = await ctx.table.transact([
      underMark,
      put(invitationItem(invitationTo(wave, participant, now)), absent),
      markWrite(ctx, entity),
    ]);
    if (committed) await announce(ctx, [entity], "bulk");
  }
}

/** What is asked after sessions costs nobody a mail, and counts until its month is over. */
function isStillWorthIt({ state, closesAt, planned }: Wave, now: Instant): boolean {
  if (state !== "open") return false;
  return planned?.point === "month" ? closesAt > now : closesAt >= plus(now, { hours: SHORTEST_HOURS });
}
