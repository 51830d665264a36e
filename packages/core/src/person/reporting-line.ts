import type { Id } from "../ids.ts";
import type { Person } from "./schema.ts";

/** Who somebody is, and whom she reports to. */
export type Reporting = Pick<Person, "id" | "managerId">;

/**
 * Whom a person reports to, at any distance, nearest first. It ends at the top, at somebody who is not known, and
 * where it would go round in a circle: nobody is in it twice, and she herself is not.
 */
export function reportingLine(person: Reporting, byId: ReadonlyMap<Id<"person">, Reporting>): Id<"person">[] {
  const line: Id<"person">[] = [];
  const seen = new Set([person.id]);
  let next = person.managerId;
  while (next !== undefined && !seen.has(next)) {
    const manager = byId.get(next);
    if (!manager) return line;
    line.push(next);
    seen.add(next);
    next = manager.managerId;
  }
  return line;
}

/**
 * The circles in which people report to one another, each once: in the order of reporting, beginning with the
 * smallest id. Nobody reports to two people, so each person is in one circle at most; each is looked at once.
 */
export function managerCycles(people: readonly Reporting[]): Id<"person">[][] {
  const managerOf = new Map(people.map(({ id, managerId }) => [id, managerId]));
  const settled = new Set<Id<"person">>();
  const cycles: Id<"person">[][] = [];
  for (const { id } of people) {
    const path = new Map<Id<"person">, number>();
    let at: Id<"person"> | undefined = id;
    while (at !== undefined && managerOf.has(at) && !settled.has(at) && !path.has(at)) {
      path.set(at, path.size);
      at = managerOf.get(at);
    }
    const walked = [...path.keys()];
    const from = at === undefined ? undefined : path.get(at);
    if (from !== undefined) cycles.push(fromSmallest(walked.slice(from)));
    for (const one of walked) settled.add(one);
  }
  return cycles.sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
}

function fromSmallest(cycle: readonly Id<"person">[]): Id<"person">[] {
  const smallest = cycle.reduce((least, one) => (one < least ? one : least));
  const at = cycle.indexOf(smallest);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
