import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { meetingStates } from "../pairing/index.ts";
import { readProgramme } from "../programme/index.ts";
import { type Alerts, alertsOf, type PairingHealth, watchPairings } from "../report/index.ts";
import type { Session } from "../session/index.ts";
import { type Instant, plus } from "../time.ts";
import { type Outlook, outlookOf } from "./outlook.ts";

const WEEK_HOURS = 7 * 24;

/** A programme's week in numbers. */
export interface WeekFigures {
  /** Pairings that meet. */
  readonly pairings: number;
  /** Of these, those that are quiet. */
  readonly quiet: number;
  /** Sessions of the last seven days that took place, or are taken to have. */
  readonly held: number;
  /** Sessions of the next seven days. */
  readonly planned: number;
}

/** All that a manager looks at in a week: derived as a whole, and nothing of what people say to each other. */
export interface ProgrammeOverview {
  readonly figures: WeekFigures;
  readonly outlook: Outlook;
  readonly pairings: readonly PairingHealth[];
  readonly alerts: Alerts;
}

/**
 * A programme as things stand, for those who run it.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 */
export async function overviewOf(ctx: Context, id: Id<"programme">): Promise<ProgrammeOverview> {
  const [outlook, alerts, { pairings, sessions }] = await Promise.all([
    outlookOf(ctx, id),
    alertsOf(ctx, id),
    readProgramme(ctx, id).then((programme) => watchPairings(ctx, programme)),
  ]);
  return { figures: figuresOf(pairings, sessions, ctx.clock.now()), outlook, pairings, alerts };
}

function figuresOf(
  pairings: readonly PairingHealth[],
  sessions: readonly Session[],
  now: Instant,
): WeekFigures {
  const meeting = pairings.filter(({ state }) => meetingStates.includes(state));
  const weekAgo = plus(now, { hours: -WEEK_HOURS });
  const inAWeek = plus(now, { hours: WEEK_HOURS });
  return {
    pairings: meeting.length,
    quiet: meeting.filter(({ signal }) => signal === "quiet").length,
    held: sessions.filter(({ state, start }) => state === "held" && start >= weekAgo && start <= now).length,
    planned: sessions.filter(({ state, start }) => state === "planned" && start > now && start < inAWeek)
      .length,
  };
}
