import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { getInstrument, languagesOf } from "../instrument/index.ts";
import { readRematching } from "../matching/index.ts";
import { getOrganisation } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import { Participant, participantsOf } from "../participant/index.ts";
import { isSuppressed, Mailbox, mailboxKey, Person, personKey } from "../person/index.ts";
import { askingPhases, getProgramme, meetingPhases } from "../programme/index.ts";
import { type Locale, textIn } from "../text.ts";
import { countInvitations, Wave, wavesOf } from "../wave/index.ts";
import { type Alert, type Alerts, alertCodes, MAXIMUM_ALERTS } from "./alert.ts";
import { findAlerts, type WatchedParticipant, type WatchedWave } from "./find-alerts.ts";
import { watchPairings } from "./pairing-health.ts";

/**
 * What needs a manager in a programme, derived from how things stand: nothing of it is stored.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 */
export async function alertsOf(ctx: Context, programmeId: Id<"programme">): Promise<Alerts> {
  const programme = await getProgramme(ctx, programmeId);
  const { phase } = programme;
  if (!askingPhases.includes(phase)) return { counts: {}, items: [] };
  const [participants, watched, waves, rematching] = await Promise.all([
    watchParticipants(ctx, programmeId),
    watchPairings(ctx, programme),
    watchWaves(ctx, programmeId),
    readRematching(ctx, programmeId),
  ]);
  const isUnderWay = meetingPhases.includes(phase);
  const all = findAlerts({
    now: ctx.clock.now(),
    phase,
    participants: isUnderWay ? participants : [],
    pairings: isUnderWay ? watched.pairings : [],
    sessions: watched.sessions,
    rematching: isUnderWay ? rematching : { waiting: [] },
    waves,
  });
  const counts = Map.groupBy(all, ({ code }) => code);
  return {
    counts: Object.fromEntries([...counts].map(([code, alerts]) => [code, alerts.length])),
    items: all.sort(byUrgency).slice(0, MAXIMUM_ALERTS),
  };
}

function byUrgency(one: Alert, other: Alert): number {
  const order = alertCodes.indexOf(one.code) - alertCodes.indexOf(other.code);
  return order === 0 ? one.since.localeCompare(other.since) : order;
}

async function watchParticipants(ctx: Context, id: Id<"programme">): Promise<WatchedParticipant[]> {
  const items = await everyItem(ctx, { index: "byProgramme", partition: participantsOf(id) });
  const participants = items.map((item) => Participant.parse(item));
  const people = (await ctx.table.getMany(participants.map(({ personId }) => personKey(personId)))).map(
    (item) => item && Person.parse(item),
  );
  const keys = people.flatMap((person) => (person ? [mailboxKey(person.email)] : []));
  const found = (await ctx.table.getMany(keys)).flatMap((item) => (item ? [item] : []));
  const mailboxes = new Map(found.map((item) => [item.pk, Mailbox.parse(item)]));
  return participants.flatMap((participant, at) => {
    const person = people[at];
    if (person?.state !== "active") return [];
    const mailbox = mailboxes.get(mailboxKey(person.email).pk);
    const closedSince = isSuppressed(mailbox) ? (mailbox?.suppressedAt ?? participant.createdAt) : undefined;
    return [{ participant, name: person.name, ...(closedSince && { closedSince }) }];
  });
}

const isAskedByMail = ({ state, planned }: Wave): boolean => state === "open" && planned?.point !== "month";

/**
 * The open waves with how many have answered; that is shown while they are open, and nothing more. The month's pulse
 * is asked beside each session, and nobody needs to be reminded of it.
 */
async function watchWaves(ctx: Context, id: Id<"programme">): Promise<WatchedWave[]> {
  const { locale } = await getOrganisation(ctx);
  const items = await everyItem(ctx, { index: "byProgramme", partition: wavesOf(id) });
  const open = items.map((item) => Wave.parse(item)).filter(isAskedByMail);
  return Promise.all(
    open.map(async (wave) => {
      const [instrument, counts] = await Promise.all([
        getInstrument(ctx, wave.instrumentId),
        countInvitations(ctx, wave.id),
      ]);
      const titleIn = (own: Locale) => textIn(instrument.title, ...languagesOf(instrument, own, locale));
      return {
        ...counts,
        id: wave.id,
        closesAt: wave.closesAt,
        title: { it: titleIn("it"), en: titleIn("en") },
      };
    }),
  );
}
