import { z } from "zod";
import { type Id, idOf } from "../ids.ts";
import type { Attendee } from "./attendee.ts";
import type { SessionState } from "./lifecycle.ts";

/** How it is known whether a session took place. The four are reported apart. */
export const Outcome = z.object({
  known: z
    .enum(["confirmed", "recorded", "assumed", "disputed"])
    .describe(
      "confirmed by who was there, recorded by a manager, assumed since nobody said anything, or disputed",
    ),
  confirmedBy: z.array(idOf("participant")).describe("Who says that it took place"),
  deniedBy: z.array(idOf("participant")).describe("Who says that it did not"),
});
export type Outcome = z.infer<typeof Outcome>;

/** What a session's state, outcome and attendees are after a word about it. */
export interface Told {
  readonly state: SessionState;
  readonly outcome?: Outcome | undefined;
  readonly attendees: Attendee[];
}

const without = <T>(list: readonly T[], one: T): T[] => list.filter((other) => other !== one);

/**
 * A session after one of its attendees has said whether it took place. The first word decides whether it is held
 * or missed; a word against that leaves the state and makes it disputed. Who changes her mind is counted once.
 */
export function afterWord(
  { state, outcome, attendees }: Told,
  { by, happened }: { by: Id<"participant">; happened: boolean },
): Told {
  const confirmedBy = without(outcome?.confirmedBy ?? [], by).concat(happened ? [by] : []);
  const deniedBy = without(outcome?.deniedBy ?? [], by).concat(happened ? [] : [by]);
  const next = state === "planned" ? (happened ? "held" : "missed") : state;
  const contradicted = next === "held" ? deniedBy : confirmedBy;
  return {
    state: next,
    outcome: { known: contradicted.length > 0 ? "disputed" : "confirmed", confirmedBy, deniedBy },
    attendees: attendees.map((attendee) =>
      attendee.participantId === by && happened ? { ...attendee, state: "attended" } : attendee,
    ),
  };
}

/**
 * A session of which nobody has said anything for long enough: it is taken for held, unless its programme was
 * paused then, and reported as assumed.
 */
export function assumed({ attendees }: Told, { paused }: { readonly paused: boolean }): Told {
  if (paused) {
    return {
      state: "missed",
      outcome: { known: "assumed", confirmedBy: [], deniedBy: [] },
      attendees: [...attendees],
    };
  }
  return {
    state: "held",
    outcome: { known: "assumed", confirmedBy: [], deniedBy: [] },
    attendees: attendees.map((attendee) =>
      attendee.state === "expected" ? { ...attendee, state: "attended" } : attendee,
    ),
  };
}

/**
 * Who was there, as somebody records it who was not. Whoever was expected and is not named was there.
 *
 * @param haveMet  whether those who were there make a meeting
 */
export function afterRecord(
  { outcome, attendees }: Told,
  recorded: ReadonlyMap<Id<"participant">, "attended" | "absent">,
  haveMet: (there: readonly Attendee[]) => boolean,
): Told {
  const after: Attendee[] = attendees.map((attendee) => ({
    ...attendee,
    state:
      recorded.get(attendee.participantId) ?? (attendee.state === "expected" ? "attended" : attendee.state),
  }));
  const there = after.filter(({ state }) => state === "attended");
  return {
    state: haveMet(there) ? "held" : "missed",
    outcome: {
      known: "recorded",
      confirmedBy: outcome?.confirmedBy ?? [],
      deniedBy: outcome?.deniedBy ?? [],
    },
    attendees: after,
  };
}
