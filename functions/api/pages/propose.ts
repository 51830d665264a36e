import type { Context } from "@viceversa/core/context.ts";
import { Invalid } from "@viceversa/core/errors.ts";
import { type absenceOf, proposeTime } from "@viceversa/core/session/index.ts";
import { LocalTime } from "@viceversa/core/time.ts";
import { readershipOf } from "@viceversa/core/workflow/reader.ts";

/**
 * Proposes another time as an attendee has typed it, by her own clock.
 *
 * @returns whether there is such a time to come
 */
export async function propose(
  ctx: Context,
  { sessionId: id, participantId: by }: ReturnType<typeof absenceOf>,
  when: string,
): Promise<boolean> {
  const localStart = LocalTime.safeParse(when);
  if (!localStart.success) return false;
  const { reader } = await readershipOf(ctx, { participantId: by });
  try {
    await proposeTime(ctx, { id, by, localStart: localStart.data, zone: reader.zone });
    return true;
  } catch (error) {
    if (error instanceof Invalid) return false;
    throw error;
  }
}
