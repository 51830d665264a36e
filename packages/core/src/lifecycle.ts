import { z } from "zod";
import { Conflict } from "./errors.ts";
import { type Condition, oneOf } from "./table.ts";

/** States and legal transitions, as data. The first state is where a thing begins. */
export interface Lifecycle<State extends string> {
  readonly thing: string;
  readonly initial: State;
  /** The stored attribute that holds the state. */
  readonly attribute: "state" | "phase";
  readonly transitions: { readonly [From in State]: readonly State[] };
}

/** The schema of a lifecycle's states. */
export const stateIn = <State extends string>({ transitions }: Lifecycle<State>) =>
  z.enum(Object.keys(transitions) as [State, ...State[]]);

/** The states from which one may be reached directly. */
export const sourcesOf = <State extends string>({ transitions }: Lifecycle<State>, to: State): State[] =>
  (Object.keys(transitions) as State[]).filter((from) => transitions[from].includes(to));

/** The condition on the write that makes a transition: the stored state allows it. */
export const mayBecome = <State extends string>(lifecycle: Lifecycle<State>, to: State): Condition =>
  oneOf(lifecycle.attribute, sourcesOf(lifecycle, to));

/** What a refused transition is answered with: where the thing is, and where it may go. */
export function illegalTransition<State extends string>(
  { thing, transitions }: Lifecycle<State>,
  from: State,
  to: State,
): Conflict {
  const allowed = transitions[from];
  const ways = allowed.length > 0 ? `can become ${allowed.join(" or ")}` : "has ended and changes no more";
  return new Conflict(`This ${thing} is ${from} and cannot become ${to}; it ${ways}.`, {
    state: from,
    allowed,
  });
}
