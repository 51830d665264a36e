import type { Context } from "../context.ts";
import { Participant, participantsOf } from "../participant/index.ts";
import type { Item, PageKey } from "../table.ts";
import type { Role, Wave } from "../wave/index.ts";

/** Who is asked: whoever is ready to meet, or meets. */
const asked: readonly Participant["state"][] = ["prepared", "active"];

/** In one-to-one programmes a participant has one role. */
export const roleOf = ({ mentorCapacity }: Participant): Role => (mentorCapacity > 0 ? "mentor" : "mentee");

/** The participants among some items whom a wave asks. */
export const audienceIn = (wave: Wave, items: readonly Item[]): Participant[] =>
  items
    .map((item) => Participant.parse(item))
    .filter((participant) => asked.includes(participant.state) && wave.roles.includes(roleOf(participant)));

/** Participants read by one query, and queries at most. */
const PAGE = 1_000;
const MAXIMUM_PAGES = 100;

/** How many a wave asks, by role. */
export async function audienceSize(ctx: Context, wave: Wave): Promise<Record<Role, number>> {
  const size = { mentor: 0, mentee: 0 };
  let after: PageKey | undefined;
  for (let page = 0; page < MAXIMUM_PAGES; page += 1) {
    const query = { index: "byProgramme", partition: participantsOf(wave.programmeId), limit: PAGE } as const;
    const { items, next } = await ctx.table.query({ ...query, ...(after && { after }) });
    for (const participant of audienceIn(wave, items)) size[roleOf(participant)] += 1;
    if (!next) break;
    after = next;
  }
  return size;
}
