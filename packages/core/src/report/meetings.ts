import { z } from "zod";
import type { Role } from "../programme/index.ts";
import type { Session } from "../session/index.ts";
import { epochOf, type Instant } from "../time.ts";
import { Caveat } from "./caveats.ts";
import type { ReadSession } from "./pairing-health.ts";

const HOUR = 3_600_000;
const ONE_DAY_HOURS = 24;
const THREE_DAYS_HOURS = 72;

const Notice = z.object({
  by: z
    .enum(["mentor", "mentee", "peer", "programme"])
    .describe("programme: nobody of those who were to meet"),
  sessions: z.number().int(),
  underOneDay: z.number().int().describe("Called off less than 24 hours before, or afterwards"),
  underThreeDays: z.number().int().describe("Called off 24 to 72 hours before"),
  earlier: z.number().int().describe("Called off at least 72 hours before"),
});

export const Meetings = z.object({
  n: z.number().int().describe("Sessions that were to have begun by now, without those that were called off"),
  planned: z.number().int().describe("To come"),
  waiting: z.number().int().describe("Begun, and nobody has said yet whether they took place"),
  held: z.object({
    confirmed: z.number().int().describe("By the word of somebody who was there"),
    recorded: z.number().int().describe("As a manager recorded"),
    assumed: z.number().int().describe("Taken for held because nobody said anything"),
    disputed: z.number().int().describe("One says that it took place, another that it did not"),
  }),
  missed: z.number().int(),
  cancelled: z.array(Notice),
  caveats: z.array(Caveat),
});
export type Meetings = z.infer<typeof Meetings>;

/** Who is what in a programme. */
interface Who {
  /** The role of a participant; undefined where she is not known any more. */
  readonly roleOf: (participantId: string) => Role | undefined;
  /** Those that the programme's format knows. */
  readonly roles: readonly Role[];
}

/**
 * The sessions of a programme by what is known of them; each is counted in exactly one place. How often people
 * meet is no level of Kirkpatrick's: it is what results rest on.
 *
 */
export function meetingsOf(sessions: readonly ReadSession[], who: Who & { readonly now: Instant }): Meetings {
  const { now } = who;
  const inState = (state: Session["state"]) => sessions.filter((session) => session.state === state);
  const held = inState("held");
  const known = (how: NonNullable<Session["outcome"]>["known"]) =>
    held.filter(({ outcome }) => (outcome?.known ?? "recorded") === how).length;
  const planned = inState("planned");
  const waiting = planned.filter(({ start }) => start <= now).length;
  const missed = inState("missed").length;
  const counts = {
    confirmed: known("confirmed"),
    recorded: known("recorded"),
    assumed: known("assumed"),
    disputed: known("disputed"),
  };
  const n = held.length + missed + waiting;
  return {
    n,
    planned: planned.length - waiting,
    waiting,
    held: counts,
    missed,
    cancelled: noticesOf(inState("cancelled"), who),
    caveats: [
      ...(n === 0 ? (["no-evidence-yet"] as const) : []),
      ...(counts.assumed > 0 ? (["partly-assumed"] as const) : []),
      ...(counts.disputed > 0 ? (["partly-disputed"] as const) : []),
    ],
  };
}

function noticesOf(cancelled: readonly ReadSession[], { roleOf, roles }: Who): Meetings["cancelled"] {
  return [...roles, "programme" as const].map((by) => {
    const hours = cancelled
      .filter(({ cancelledBy }) => ((cancelledBy && roleOf(cancelledBy)) ?? "programme") === by)
      .map(({ start, cancelledAt }) => (epochOf(start) - epochOf(cancelledAt ?? start)) / HOUR);
    const underOneDay = hours.filter((notice) => notice < ONE_DAY_HOURS).length;
    const earlier = hours.filter((notice) => notice >= THREE_DAYS_HOURS).length;
    const underThreeDays = hours.length - underOneDay - earlier;
    return { by, sessions: hours.length, underOneDay, underThreeDays, earlier };
  });
}
