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

/** A list may be written anew at the same moment; more often than this in a row is a fault. */
const MAXIMUM_ROUNDS = 5;

async function takeOut(ctx: Context, found: Item, personId: Id<"person">): Promise<void> {
  const key = { pk: found.pk, sk: found.sk };
  let item: Item | undefined = found;
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    if (!item || !isNamedIn(item, personId)) return;
    const exclusions = exclusionsIn(item).filter((one) => one.personId !== personId);
    const asRead = equal("version", Number(item["version"]));
    const { committed } = await ctx.table.write(
      update(key, { set: { exclusions }, add: { version: 1 } }, asRead),
    );
    if (committed) return;
    item = await ctx.table.get(key);
  }
  throw new Error("a list of exclusions changes again and again");
}
