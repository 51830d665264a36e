import { z } from "zod";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import { type Id, idOf } from "../ids.ts";
import { everyItem } from "../page.ts";
import { PEOPLE_BY_UPDATE, personKey } from "./items.ts";
import { managerCycles } from "./reporting-line.ts";
import { Person } from "./schema.ts";

/** Circles that one answer shows; whoever mends a hundred looks again. */
const MAXIMUM_CYCLES_SHOWN = 100;
/** People of a circle that are named; a circle of more is one mistake all the same. */
const MAXIMUM_PEOPLE_NAMED = 50;
/** Managers above a new one who are read before a change; no company is as deep. */
const MAXIMUM_DEPTH = 50;

/** One circle: each reports to the next, and the last to the first. */
export const ManagerCycle = z
  .object({
    length: z.number().int().describe("How many people it has"),
    people: z
      .array(z.object({ id: idOf("person"), name: z.string() }))
      .describe(`The first ${MAXIMUM_PEOPLE_NAMED} of them, each reporting to the next`),
  })
  .meta({ id: "ManagerCycle" });
export type ManagerCycle = z.infer<typeof ManagerCycle>;

export const ManagerCycles = z.object({
  items: z.array(ManagerCycle).describe(`At most ${MAXIMUM_CYCLES_SHOWN}`),
  total: z.number().int().describe("How many there are"),
});
export type ManagerCycles = z.infer<typeof ManagerCycles>;

/** All that a circle is found and named by. */
const Named = Person.pick({ id: true, name: true, managerId: true });

/** The circles in the directory's reporting lines: what an import brought, or two changes at one moment. */
export async function listManagerCycles(ctx: Context): Promise<ManagerCycles> {
  const items = await everyItem(ctx, { index: "byUpdated", partition: PEOPLE_BY_UPDATE });
  const people = items.map((item) => Named.parse(item));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const cycles = managerCycles(people);
  return {
    items: cycles.slice(0, MAXIMUM_CYCLES_SHOWN).map((ids) => ({
      length: ids.length,
      people: ids.slice(0, MAXIMUM_PEOPLE_NAMED).map((id) => ({ id, name: names.get(id) ?? "" })),
    })),
    total: cycles.length,
  };
}

/**
 * A person does not report to somebody who reports to her, at whatever distance. Two changes at one moment may
 * still do that together; the report above finds it.
 *
 * @throws Conflict  she would; `data.cycle` names the people, each reporting to the next
 */
export async function requireNoCycle(
  ctx: Context,
  person: Pick<Person, "id" | "name">,
  managerId: Id<"person">,
): Promise<void> {
  const line = await lineUpTo(ctx, managerId, person.id);
  if (!line) return;
  const cycle = [person, ...line].map(({ id, name }) => ({ id, name }));
  const names = [...cycle, person].map(({ name }) => name).join(" → ");
  throw new Conflict(`These people would report to one another: ${names}. Give another manager.`, {
    field: "managerId",
    cycle,
  });
}

/** A manager and those above her up to somebody, without whom there is no such line. */
async function lineUpTo(
  ctx: Context,
  managerId: Id<"person">,
  top: Id<"person">,
): Promise<Person[] | undefined> {
  const line: Person[] = [];
  let next: Id<"person"> | undefined = managerId;
  while (next !== undefined && line.length < MAXIMUM_DEPTH) {
    const id: Id<"person"> = next;
    if (id === top) return line;
    const item = line.some((one) => one.id === id) ? undefined : await ctx.table.get(personKey(id));
    if (!item) return undefined;
    const manager = Person.parse(item);
    line.push(manager);
    next = manager.managerId;
  }
  return undefined;
}
