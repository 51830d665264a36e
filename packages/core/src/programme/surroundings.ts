import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { latestInstruments } from "../instrument/index.ts";
import { invariant } from "../invariant.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { isSuppressed, Mailbox, mailboxKey, Person, pagesOfPeople, personKey } from "../person/index.ts";
import type { Item } from "../table.ts";
import { Locale } from "../text.ts";
import { type EligibilityByRole, isEligible } from "./eligibility.ts";
import { formatOf, sidesOf } from "./format.ts";
import type { Surroundings } from "./readiness.ts";
import { instrumentsOf } from "./rules.ts";
import type { Programme } from "./schema.ts";

/** People who are looked at for the answer; in a larger directory what was not found among them may be there. */
const MAXIMUM_SURVEYED = 10_000;
const sides = ["mentor", "mentee"] as const satisfies readonly (keyof EligibilityByRole)[];

/** Reads what stands around a programme and says whether it can open. */
export async function readSurroundings(ctx: Context, programme: Programme): Promise<Surroundings> {
  const [[own, ...managers], instruments] = await Promise.all([
    ctx.table.getMany([entityKey(ORGANISATION), ...programme.managers.map(personKey)]),
    latestInstruments(ctx),
  ]);
  invariant(own, "a programme is made where there is an organisation");
  const organisation = Organisation.parse(own);
  const [reachableManagers, directory] = await Promise.all([
    countReachable(ctx, managers),
    survey(ctx, programme, organisation),
  ]);
  return { sending: organisation.sending, reachableManagers, instruments, ...directory };
}

async function countReachable({ table }: Context, managers: readonly (Item | undefined)[]): Promise<number> {
  const present = managers.flatMap((item) => (item ? [Person.parse(item)] : []));
  const mailboxes = await table.getMany(present.map(({ email }) => mailboxKey(email)));
  return mailboxes.filter((item) => !isSuppressed(item && Mailbox.parse(item))).length;
}

/** Who of the directory may take part, and reads what; it stops as soon as everything has been found. */
async function survey(
  ctx: Context,
  { format, eligibility, rules }: Programme,
  { generations, locale: usual }: Organisation,
): Promise<Pick<Surroundings, "readers" | "rolesWithout">> {
  const rolesWithout = new Set(sides.filter((role) => Object.keys(eligibility[role]).length > 0));
  const wanted = instrumentsOf(rules).length > 0 ? Locale.options.length : 0;
  const readers = { mentor: new Set<Locale>(), mentee: new Set<Locale>() };
  let seen = 0;
  for await (const people of pagesOfPeople(ctx)) {
    for (const person of people) {
      const fitting = formatOf({ format })
        .roles.map(sidesOf)
        .filter((asked) => asked.every((side) => isEligible(person, eligibility[side], generations)))
        .flat();
      for (const role of fitting) rolesWithout.delete(role);
      for (const role of fitting) readers[role].add(person.locale ?? usual);
    }
    seen += people.length;
    const isKnown = rolesWithout.size === 0 && sides.every((role) => readers[role].size >= wanted);
    if (isKnown || seen >= MAXIMUM_SURVEYED) break;
  }
  return { readers, rolesWithout: seen < MAXIMUM_SURVEYED ? [...rolesWithout] : [] };
}
