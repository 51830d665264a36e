import type { Wanted } from "../due/index.ts";
import { plus } from "../time.ts";
import type { Person } from "./schema.ts";

/** The index that finds a person's participations has caught up by then, by a wide margin. */
const SECOND_LOOK_MINUTES = 15;

/**
 * The wake that looks again whether somebody who has left was withdrawn from everything: what was made in the
 * last moment before may not have been in the index yet.
 */
export function looksAfter({ state, deactivatedAt }: Person): Wanted[] {
  if (state !== "deactivated" || !deactivatedAt) return [];
  return [
    {
      work: "wake",
      kind: "person.left",
      identity: { since: deactivatedAt },
      dueAt: plus(deactivatedAt, { minutes: SECOND_LOOK_MINUTES }),
    },
  ];
}
