import { Invalid } from "../errors.ts";
import {
  type Format,
  formatOf,
  groupSizeOf,
  meetsInGroups,
  type Role,
  type Rules,
} from "../programme/index.ts";

/** How many pairings somebody takes in each role. */
export interface Capacities {
  readonly mentorCapacity: number;
  readonly menteeCapacity: number;
}

/** What a participant is by the places that she has. */
export function roleOf({ mentorCapacity, menteeCapacity }: Capacities): Role {
  if (mentorCapacity > 0 && menteeCapacity > 0) return "peer";
  return mentorCapacity > 0 ? "mentor" : "mentee";
}

/** The places of somebody who takes so many pairings in a role: a peer takes each of them in both. */
export const capacitiesOf = (role: Role, capacity: number): Capacities => ({
  mentorCapacity: role === "mentee" ? 0 : capacity,
  menteeCapacity: role === "mentor" ? 0 : capacity,
});

/** The places of somebody of whom nobody has said how many: one, and for a mentor of groups a whole group's. */
export const usualCapacityIn = (
  programme: { readonly format: Format; readonly rules: Rules },
  role: Role,
): number => (role === "mentor" && meetsInGroups(programme) ? groupSizeOf(programme.rules).largest : 1);

/**
 * A format says what somebody can be in it.
 *
 * @throws Invalid  these places make her something else
 */
export function requireRole(programme: { readonly format: Format }, capacities: Capacities): void {
  const { roles } = formatOf(programme);
  const fits = roles.includes(roleOf(capacities));
  const isEven = roleOf(capacities) !== "peer" || capacities.mentorCapacity === capacities.menteeCapacity;
  if (fits && isEven) return;
  const message = roles.includes("peer")
    ? "Give mentorCapacity and menteeCapacity, both the same: peers teach and learn in each of their pairings."
    : "Give either mentorCapacity or menteeCapacity: in this format nobody is both.";
  const issues = [{ path: ["mentorCapacity"], message }];
  throw new Invalid(`Nobody can be that in the format ${programme.format}.`, { issues });
}
