import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import type { Windows } from "../indicator/index.ts";
import { findIndicators, indicatorIdOf } from "../indicator/index.ts";
import { getInstrument } from "../instrument/index.ts";
import { Observation, observationsOf } from "../observation/index.ts";
import { getOrganisation, type Organisation } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import { hasLeft, Participant, participantsOf, roleOf } from "../participant/index.ts";
import { generationOf, Person, personKey } from "../person/index.ts";
import { formatOf, getProgramme, type ProgrammePhase, type ProgrammeView } from "../programme/index.ts";
import { CancellationReason, Session, sessionsOf } from "../session/index.ts";
import type { Item } from "../table.ts";
import { dateLater, dateOf, type Instant, type LocalDate } from "../time.ts";
import {
  changeKey,
  countInvitations,
  ReleasedChange,
  ReleasedTables,
  releaseKey,
  Wave,
  wavesOf,
} from "../wave/index.ts";
import { indicatorLinesOf, type ObservedIndicator } from "./indicators.ts";
import { meetingsOf } from "./meetings.ts";
import { objectiveLineOf } from "./objectives.ts";
import { generationMixOf, participationOf } from "./participation.ts";
import type { ProgrammeReport } from "./programme-report.ts";
import { type AskedWave, changesOf, dimensionsOf, rateOf } from "./questionnaires.ts";
import { waysToMeetOf } from "./ways-to-meet.ts";

/** Phases in which whoever still takes part has come to the end. */
const overPhases: readonly ProgrammePhase[] = ["completed", "archived"];

/**
 * What came of a programme. Nothing of it is stored: a report costs two reads, four queries side by side, one query
 * for each wave that is open and reads of a hundred items each for people, releases and instruments. For 500 pairs
 * in their half-year these are 6,500 sessions in some eight pages and 1,000 people in ten reads, a second or two; a
 * client that shows it often keeps it.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 */
export async function reportOf(ctx: Context, id: Id<"programme">): Promise<ProgrammeReport> {
  const [programme, organisation] = await Promise.all([getProgramme(ctx, id), getOrganisation(ctx)]);
  const list = (partition: string): Promise<Item[]> => everyItem(ctx, { index: "byProgramme", partition });
  const [participantItems, sessionItems, waveItems, observationItems] = await Promise.all([
    list(participantsOf(id)),
    list(sessionsOf(id)),
    list(wavesOf(id)),
    list(observationsOf(id)),
  ]);
  const participants = participantItems.map((item) => Participant.parse(item));
  const [generations, waves, observed] = await Promise.all([
    generationsOf(ctx, participants, organisation),
    askedWaves(ctx, waveItems),
    observedIndicators(ctx, programme, observationItems),
  ]);
  const now = ctx.clock.now();
  const [dimensions, changes] = [dimensionsOf(waves), changesOf(waves)];
  const windows = windowsOf(programme, now);
  const indicators = observed.flatMap((one) => indicatorLinesOf(one, windows));
  const titles = new Map(observed.map(({ indicator }) => [indicator.key, indicator.title]));
  const measured = { dimensions, changes, indicators, titles };
  const roles = new Map(participants.map((one) => [one.id as string, roleOf(one)]));
  const { reportingThreshold: threshold } = organisation;
  const sessions = sessionItems.map(readSession);
  return {
    programme: headOf(programme),
    at: now,
    threshold,
    objectives: programme.objectives.map((one) => objectiveLineOf(one, measured)),
    participation: participationOf(participants, { isOver: overPhases.includes(programme.phase) }),
    generations: generationMixOf(generations, threshold),
    sessions: {
      ...meetingsOf(sessions, {
        roleOf: (who) => roles.get(who),
        roles: formatOf(programme).roles,
        now,
      }),
      ...waysToMeetOf(programme, sessions),
    },
    questionnaires: { waves: waves.map(rateOf), dimensions, changes },
    indicators,
  };
}

const readSession = (item: Item) => ({
  ...Session.parse(item),
  cancelledBy: CancellationReason.parse(item).cancelledBy,
});

const endsOn = ({ startsOn, rules }: Pick<ProgrammeView, "startsOn" | "rules">): LocalDate | undefined =>
  startsOn && dateLater(startsOn, rules.durationWeeks * 7);

function headOf(programme: ProgrammeView): ProgrammeReport["programme"] {
  const { id, name, format, phase, zone, startsOn } = programme;
  const end = endsOn(programme);
  return { id, name, format, phase, zone, ...(startsOn && { startsOn }), ...(end && { endsOn: end }) };
}

/** As long before the start as the programme lasts, and from the start until its end or today. */
function windowsOf({ startsOn, rules, zone }: ProgrammeView, now: Instant): Windows | undefined {
  const today = dateOf(now, zone);
  const end = endsOn({ startsOn, rules });
  if (!startsOn || !end || today < startsOn) return undefined;
  return {
    baseline: { from: dateLater(startsOn, -7 * rules.durationWeeks), to: dateLater(startsOn, -1) },
    programme: { from: startsOn, to: today < end ? today : end },
  };
}

/** The generations of who takes part, or has until the end; undefined where the directory does not say it. */
async function generationsOf(
  ctx: Context,
  participants: readonly Participant[],
  { generations }: Organisation,
): Promise<(string | undefined)[]> {
  const taking = participants.filter((one) => one.state === "finished" || !hasLeft(one));
  const people = await ctx.table.getMany(taking.map(({ personId }) => personKey(personId)));
  return people.map((item) => {
    const year = item && Person.parse(item).birthYear;
    return year === undefined ? undefined : generationOf(year, generations);
  });
}

/** The waves that have opened, in their order, with what they have released. */
async function askedWaves(ctx: Context, items: readonly Item[]): Promise<AskedWave[]> {
  const waves = items
    .map((item) => Wave.parse(item))
    .filter(({ state }) => state !== "scheduled" && state !== "superseded");
  const keys = waves.flatMap(({ id }) => [releaseKey(id), changeKey(id)]);
  const released = await ctx.table.getMany(keys);
  return Promise.all(
    waves.map(async (wave, at): Promise<AskedWave> => {
      const [release, change] = [released[2 * at], released[2 * at + 1]];
      const tables = release && ReleasedTables.parse(release["tables"]);
      const [instrument, counts] = await Promise.all([
        getInstrument(ctx, wave.instrumentId),
        tables ? { invited: tables.invited, answered: tables.responses } : countInvitations(ctx, wave.id),
      ]);
      return {
        wave,
        instrument,
        ...counts,
        tables,
        change: change && ReleasedChange.parse(change["change"]),
      };
    }),
  );
}

/** The indicators that were observed, and those that objectives rest on. */
async function observedIndicators(
  ctx: Context,
  { objectives }: ProgrammeView,
  items: readonly Item[],
): Promise<ObservedIndicator[]> {
  const observations = Map.groupBy(
    items.map((item) => Observation.parse(item)),
    ({ indicatorId }) => indicatorId,
  );
  const named = objectives.flatMap(({ evidence }) =>
    evidence.flatMap((one) => (one.kind === "indicator" ? [indicatorIdOf(one.key)] : [])),
  );
  const found = await findIndicators(ctx, [...new Set([...named, ...observations.keys()])]);
  return [...found].map(([id, indicator]) => ({ indicator, observations: observations.get(id) ?? [] }));
}
