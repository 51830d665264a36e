import type { Context } from "../../context.ts";
import { entityKey } from "../../entity.ts";
import { Conflict } from "../../errors.ts";
import type { Id } from "../../ids.ts";
import { ORGANISATION, Organisation } from "../../organisation/index.ts";
import { everyItem } from "../../page.ts";
import { type Person, type PersonState, personKey } from "../../person/index.ts";
import {
  askingPhases,
  leaveManagement,
  meetingPhases,
  openPhases,
  PROGRAMMES_BY_UPDATE,
  Programme,
  programmeRef,
} from "../../programme/index.ts";
import { foldEmail } from "../../text.ts";
import { Wave, wavesOf } from "../../wave/index.ts";
import type { Holding } from "./holding.ts";
import type { Holdings } from "./schema.ts";
import { ofEach } from "./traces.ts";

/** The programmes that she manages, and those of which nobody else who is still there does. */
export const programmesHolding: Holding<Holdings["programmes"]> = {
  async read(ctx, { person }) {
    const programmes = await allProgrammes(ctx);
    const [waves, isContact] = await Promise.all([
      wavesReadBy(ctx, programmes, person.id),
      isContactOf(ctx, person),
    ]);
    return {
      manages: programmes.filter(managedBy(person.id)),
      readsAnswersOf: waves.map(({ id }) => id),
      isContact,
    };
  },
  async erase(ctx, { person }) {
    for (const { id, phase } of (await allProgrammes(ctx)).filter(managedBy(person.id))) {
      if (openPhases.includes(phase)) await leaveManagement(ctx, { id, personId: person.id });
    }
  },
};

const managedBy =
  (personId: Id<"person">) =>
  ({ managers }: Programme): boolean =>
    managers.includes(personId);

/** A company has some dozens of programmes. The index finds them, the table says how they are. */
export async function allProgrammes(ctx: Context): Promise<Programme[]> {
  const found = await everyItem(ctx, { index: "byUpdated", partition: PROGRAMMES_BY_UPDATE });
  const keys = found.map((item) => entityKey(programmeRef(Programme.parse(item).id)));
  return (await ctx.table.getMany(keys)).flatMap((item) => (item ? [Programme.parse(item)] : []));
}

async function wavesReadBy(
  ctx: Context,
  programmes: readonly Programme[],
  personId: Id<"person">,
): Promise<Wave[]> {
  const waves = await ofEach(programmes, async ({ id }) =>
    (await everyItem(ctx, { index: "byProgramme", partition: wavesOf(id) })).map((item) => Wave.parse(item)),
  );
  return waves.filter(({ coordinatorId }) => coordinatorId === personId);
}

/** Whether every mail and page names her as the human to write to. */
async function isContactOf(ctx: Context, { email }: Pick<Person, "email">): Promise<boolean> {
  const item = await ctx.table.get(entityKey(ORGANISATION));
  return item !== undefined && foldEmail(Organisation.parse(item).contact.email) === foldEmail(email);
}

/** What nobody else could do if somebody were erased now. */
export interface Duties {
  /** Programmes under way that nobody else manages who is still there. */
  readonly programmes: readonly Pick<Programme, "id" | "name">[];
  /** Waves whose respondents were told that she reads their answers, and that are not released. */
  readonly waves: readonly Id<"wave">[];
  /** Every mail and page names her as the human to write to. */
  readonly isContact: boolean;
}

export async function dutiesOf(ctx: Context, { id, email }: Person): Promise<Duties> {
  const [programmes, isContact] = await Promise.all([allProgrammes(ctx), isContactOf(ctx, { email })]);
  const underWay = programmes.filter(({ phase }) => meetingPhases.includes(phase)).filter(managedBy(id));
  const others = underWay.flatMap(({ managers }) => managers.filter((manager) => manager !== id));
  const people = await ctx.table.getMany(others.map(personKey));
  const active = others.filter((_, at) => people[at]?.["state"] === ("active" satisfies PersonState));
  const asking = programmes.filter(({ phase }) => askingPhases.includes(phase));
  const waves = (await wavesReadBy(ctx, asking, id)).filter(({ state }) => state !== "released");
  return {
    programmes: underWay
      .filter(({ managers }) => !managers.some((manager) => active.includes(manager)))
      .map((programme) => ({ id: programme.id, name: programme.name })),
    waves: waves.map((wave) => wave.id),
    isContact,
  };
}

export const hasDuties = ({ programmes, waves, isContact }: Duties): boolean =>
  programmes.length > 0 || waves.length > 0 || isContact;

/** Why somebody cannot be erased now, and what to do first. */
export function refusedForDuties({ programmes, waves, isContact }: Duties): Conflict {
  const reasons = [
    ...programmes.map(({ name }) => `She manages ${name} alone; give it another manager.`),
    ...(waves.length > 0
      ? ["People were told that she reads their answers; wait until these waves are released."]
      : []),
    ...(isContact ? ["She is the contact that mails name; name somebody else."] : []),
  ];
  return new Conflict(`This person cannot be erased yet. ${reasons.join(" ")}`, {
    programmes,
    waves,
    isContact,
  });
}
