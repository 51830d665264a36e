import type { Group } from "./atoms.ts";
import { smallestExposing } from "./exposure.ts";

/**
 * Which groups may be shown besides the total, so that nothing about fewer than `threshold` respondents can be
 * computed from the sums that are shown, however they are added and subtracted: what is hidden is what would
 * take part in such a computation. The same groups always come out, whatever the order of groups or respondents.
 *
 * Of the groups that take part the smallest is hidden, until no computation is left. A group that was hidden
 * before another one and in vain is shown again, so that not more is hidden than must be.
 */
export function showable(groups: readonly Group[], total: number, threshold: number): Set<Group> {
  const large = groups.filter(({ members }) => members.size >= threshold).sort(bySize);
  const hidden: Group[] = [];
  let shown = large;
  for (;;) {
    const victim = smallestExposing(shown, total, threshold);
    if (!victim) break;
    hidden.push(victim);
    shown = shown.filter((group) => group !== victim);
  }
  for (const group of hidden.sort(bySize).reverse()) {
    const more = [...shown, group].sort(bySize);
    if (!smallestExposing(more, total, threshold)) shown = more;
  }
  return new Set(shown);
}

/** Whether something about fewer than `threshold` respondents could be computed from the total and these groups. */
export const isExposing = (groups: readonly Group[], total: number, threshold: number): boolean =>
  smallestExposing([...groups].sort(bySize), total, threshold) !== undefined;

/**
 * Which groups of a single partition may be shown besides the number of all.
 *
 * @param names  the group of each
 */
export function shownGroups(names: readonly string[], threshold: number): Set<string> {
  const groups = [...new Set(names)].map((name) => ({
    partition: "one",
    name,
    members: new Set([...names.keys()].filter((at) => names[at] === name)),
  }));
  return new Set([...showable(groups, names.length, threshold)].map(({ name }) => name));
}

const keyOf = ({ partition, name }: Group): string => `${partition}\n${name}`;
const bySize = (one: Group, other: Group): number =>
  one.members.size - other.members.size || (keyOf(one) < keyOf(other) ? -1 : 1);
