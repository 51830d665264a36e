import type { Context } from "../context.ts";
import { everyItem } from "../page.ts";
import { Participant, participantsOf, readyStates, roleOf } from "../participant/index.ts";
import { type Role, sidesOf } from "../programme/index.ts";
import type { Item } from "../table.ts";
import type { Wave } from "../wave/index.ts";

/** Whom a wave asks among some participants. */
export const audienceIn = (wave: Wave, participants: readonly Participant[]): Participant[] =>
  participants.filter(
    (participant) =>
      readyStates.includes(participant.state) &&
      sidesOf(roleOf(participant)).some((side) => wave.roles.includes(side)),
  );

/** A participant as a list finds her. */
export const participantOf = (item: Item): Participant => Participant.parse(item);

/** How many a wave asks, by role. */
export async function audienceSize(ctx: Context, wave: Wave): Promise<Record<Role, number>> {
  const size = { mentor: 0, mentee: 0, peer: 0 };
  const query = { index: "byProgramme", partition: participantsOf(wave.programmeId) } as const;
  for (const participant of audienceIn(wave, (await everyItem(ctx, query)).map(participantOf)))
    size[roleOf(participant)] += 1;
  return size;
}
