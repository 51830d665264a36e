import { z } from "zod";
import { Participant, type ParticipantState } from "../participant/index.ts";
import { shownGroups } from "../wave/index.ts";
import { Caveat } from "./caveats.ts";

/** The steps from an invitation to the end, in their order. */
const steps = ["invited", "applied", "approved", "prepared", "active", "finished"] as const;

const States = z.record(Participant.shape.state, z.number().int());

export const Participation = z.object({
  n: z.number().int().describe("Everybody who was ever in the programme"),
  now: States.describe("How many are in each state now"),
  reached: z
    .array(z.object({ step: z.enum(steps), people: z.number().int() }))
    .describe("How many have come at least so far; of who has left only that she was invited is counted"),
  caveats: z.array(Caveat),
});
export type Participation = z.infer<typeof Participation>;

type Standing = Pick<Participant, "state" | "resumesTo">;

/**
 * How far people have come. Somebody who is paused stands where she will go on; whoever takes part until the
 * programme is over has finished it.
 */
export function participationOf(
  participants: readonly Standing[],
  { isOver }: { readonly isOver: boolean },
): Participation {
  const count = (state: ParticipantState): number => participants.filter((one) => one.state === state).length;
  const now = States.parse(
    Object.fromEntries(Participant.shape.state.options.map((state) => [state, count(state)])),
  );
  const places = participants.map((one) => placeOf(one, isOver));
  const reached = steps.map((step, at) => ({ step, people: places.filter((place) => place >= at).length }));
  const caveats: Caveat[] = participants.length === 0 ? ["no-evidence-yet"] : ["present-states"];
  return { n: participants.length, now, reached, caveats };
}

function placeOf({ state, resumesTo }: Standing, isOver: boolean): number {
  const went = state === "paused" && resumesTo ? resumesTo : state;
  const stands = isOver && went === "active" ? "finished" : went;
  const order: readonly ParticipantState[] = steps;
  return Math.max(0, order.indexOf(stands));
}

export const GenerationMix = z.object({
  n: z.number().int().describe("Who takes part, or has until the end"),
  groups: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("shown"), generation: z.string(), people: z.number().int() }),
      z.object({ kind: z.literal("suppressed"), generation: z.string() }),
    ]),
  ),
  caveats: z.array(Caveat),
});
export type GenerationMix = z.infer<typeof GenerationMix>;

/**
 * How the generations are mixed among those who take part. A generation of fewer than `threshold` people is
 * suppressed, and so is what would reveal it by subtraction, by the rule that released tables follow.
 *
 * @param generations  of each of them; undefined where the directory does not say it
 */
export function generationMixOf(
  generations: readonly (string | undefined)[],
  threshold: number,
): GenerationMix {
  const names = generations.map((name) => name ?? "unknown");
  const shown = shownGroups(names, threshold);
  const groups = [...new Set(names)].sort().map((generation): GenerationMix["groups"][number] => {
    const people = names.filter((name) => name === generation).length;
    return shown.has(generation) ? { kind: "shown", generation, people } : { kind: "suppressed", generation };
  });
  const isHiding = groups.some(({ kind }) => kind === "suppressed");
  const caveats: Caveat[] = [
    ...(names.length === 0 ? (["no-evidence-yet"] as const) : []),
    ...(isHiding ? (["suppressed"] as const) : []),
  ];
  return { n: names.length, groups, caveats };
}
