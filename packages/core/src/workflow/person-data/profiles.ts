import type { Context } from "../../context.ts";
import type { Id } from "../../ids.ts";
import { everyItem } from "../../page.ts";
import {
  Exclusions,
  exclusionsKey,
  Participant,
  Profile,
  participantsOf,
  profileKey,
} from "../../participant/index.ts";
import { equal, type Item, remove, update } from "../../table.ts";
import type { Holding } from "./holding.ts";
import { allProgrammes } from "./programmes.ts";
import type { Holdings } from "./schema.ts";
import { ofEach } from "./traces.ts";

/** What she brings to a matching, in each programme. */
export const profilesHolding: Holding<Holdings["profiles"]> = {
  async read(ctx, { participants }) {
    const items = await ctx.table.getMany(participants.map(({ id }) => profileKey(id)));
    return participants.flatMap(({ id }, at) =>
      items[at] ? [{ participantId: id, ...Profile.parse(items[at]) }] : [],
    );
  },
  async erase(ctx, { participants }) {
    for (const { id } of participants) await ctx.table.write(remove(profileKey(id)));
  },
};

/**
 * Whom she does not want to meet, and why: told to nobody but herself. Who has named her, she is not told either;
 * when she is erased, what others have written of her there goes as well as what she has written of them.
 */
export const exclusionsHolding: Holding<Holdings["exclusions"]> = {
  async read(ctx, { participants }, asker) {
    if (asker !== "herself") return [];
    const items = await ctx.table.getMany(participants.map(({ id }) => exclusionsKey(id)));
    return items.flatMap((item) => (item ? exclusionsIn(item) : []));
  },
  async erase(ctx, { person, participants }) {
    for (const { id } of participants) await ctx.table.write(remove(exclusionsKey(id)));
    const inAll = await ofEach(await allProgrammes(ctx), ({ id }) =>
      everyItem(ctx, { index: "byProgramme", partition: participantsOf(id) }),
    );
    const keys = inAll.map((item) => exclusionsKey(Participant.parse(item).id));
    for (const item of await ctx.table.getMany(keys)) {
      if (item && isNamedIn(item, person.id)) await takeOut(ctx, item, person.id);
    }
  },
};

const exclusionsIn = (item: Item): Exclusions => Exclusions.parse(item["exclusions"]);

const isNamedIn = (item: Item, personId: Id<"person">): boolean =>
  exclusionsIn(item).some((one) => one.personId === personId);

/** The list may be written anew at the same moment; it is read again then. */
async function takeOut(ctx: Context, item: Item, personId: Id<"person">): Promise<void> {
  const { pk, sk } = item;
  const before = exclusionsIn(item);
  const exclusions = before.filter((one) => one.personId !== personId);
  const { committed } = await ctx.table.write(
    update({ pk, sk }, { set: { exclusions } }, equal("exclusions", before)),
  );
  if (committed) return;
  const now = await ctx.table.get({ pk, sk });
  if (now && isNamedIn(now, personId)) await takeOut(ctx, now, personId);
}
