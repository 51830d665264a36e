import type { Id } from "@viceversa/core/ids.ts";
import type { Api } from "./api.ts";
import {
  aCustomer,
  anInvitedParticipant,
  pairingInput,
  programmeInput,
  takeTo,
  tokenOf,
} from "./over-http.ts";

const PULSE = "reverse-mentoring-pulse";
const DIGITAL = "digital-self-assessment";
const SOFT_SKILLS = "soft-skills-self-assessment";

/** A programme of eight weeks that has been lived through, and how to read what came of it. */
export interface ReportStory {
  readonly api: Api;
  readonly programmeId: Id<"programme">;
  readonly managerId: Id<"person">;
}

const points = { it: "punti su una scala da 1 a 5", en: "points on a scale from 1 to 5" };
const subscale = (instrumentKey: string, name: string) => ({
  kind: "subscale",
  instrumentKey,
  subscale: name,
});

const objectives = [
  {
    kind: "digital-gap",
    evidence: [subscale(DIGITAL, "digcomp-1"), subscale(DIGITAL, "digcomp-5")],
    target: { value: 4, direction: "up", unit: points },
  },
  {
    kind: "technology-adoption",
    evidence: [{ kind: "indicator", key: "technology-adoption-time" }],
    baseline: 90,
    target: { value: 60, direction: "down", unit: { it: "giorni", en: "days" } },
  },
  {
    kind: "soft-skills-of-young-talent",
    evidence: [subscale(SOFT_SKILLS, "soft-leadership")],
    target: { value: 3, direction: "up", unit: points },
  },
  {
    kind: "own",
    title: { it: "Un linguaggio comune", en: "A common language" },
    evidence: [{ kind: "indicator", key: "digital-initiative-participation" }],
    baseline: 2,
    target: { value: 5, direction: "up", unit: { it: "iniziative", en: "initiatives" } },
  },
];

const rules = {
  preparation: "waived",
  durationWeeks: 8,
  everyWeeks: 2,
  measurement: {
    atStart: [DIGITAL, SOFT_SKILLS],
    during: { everyWeeks: 3, instruments: [PULSE] },
    atEnd: [DIGITAL, SOFT_SKILLS, PULSE],
    afterSessions: true,
    reminders: 0,
  },
};

async function made(api: Api, path: string, body: object) {
  const answer = await api.call("POST", path, { body });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A stream of numbers from 0 to 1 that is the same each time (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What somebody says on a scale of five steps: rather better as the weeks go by. */
const stepAt = (random: () => number, week: number): string =>
  String(Math.min(5, Math.max(1, Math.floor(1 + random() * 4 + week / 5))));

/**
 * Lives a programme through over HTTP and mailed links: pairs who meet every other week, answer most of what they are
 * asked, call a session off now and then; one who declines, one who withdraws; values before and after.
 */
export async function aLivedProgramme(pairs = 6): Promise<ReportStory> {
  const api = await aCustomer();
  const manager = await made(api, "/v1/people", {
    externalId: "carla",
    name: "Carla Conti",
    email: "carla@example.com",
  });
  const input = programmeInput([manager.id], {
    rules,
    objectives,
    startsOn: "2026-12-07",
    name: "AI for leaders",
  });
  const { id } = await made(api, "/v1/programmes", input);
  const programme = await made(api, `/v1/programmes/${id}/phase`, { to: "enrolling" });
  for (let at = 0; at < pairs; at += 1) await aPair(api, programme, at);
  const declining = await anInvitedParticipant(api, programme);
  await takeTo(api, declining.participant, "declined");
  await observe(api, id);
  const random = seeded(7);
  const answered = { count: 0 };
  for (let week = -2; week < 11; week += 1) {
    await api.pass({ days: 7 });
    await answerMails(api, { random, week, answered });
    if (week === 2) await callOff(api, id);
    if (week === 0)
      for (const to of ["preparing", "matching", "running"])
        await made(api, `/v1/programmes/${id}/phase`, { to });
  }
  return { api, programmeId: id, managerId: manager.id };
}

async function aPair(api: Api, programme: Parameters<typeof anInvitedParticipant>[1], at: number) {
  const mentor = await anInvitedParticipant(api, programme, {
    capacity: { mentorCapacity: 1 },
    birthYear: 1998 + (at % 4),
    department: "IT",
  });
  const mentee = await anInvitedParticipant(api, programme, {
    birthYear: at < 2 ? 1960 : 1970 + at,
    department: at % 2 === 0 ? "Sales" : "Production",
  });
  const states = ["applied", "approved", "prepared"] as const;
  const teaches = await takeTo(api, mentor.participant, ...states);
  const learns = await takeTo(api, mentee.participant, ...states);
  const plan = { everyWeeks: 2, weekday: 1 + (at % 5), wallTime: "14:30", minutes: 60, count: 4 };
  const pairing = await made(
    api,
    "/v1/pairings",
    pairingInput(teaches, learns, { plan, plannedFrom: "2026-12-07T09:00" }),
  );
  for (const { id } of [teaches, learns])
    await made(api, `/v1/pairings/${pairing.id}/acceptances`, { participantId: id });
}

/** Days until a technology is adopted: ever fewer for the participants, hardly for the others. */
async function observe(api: Api, programmeId: string) {
  const { items } = (await api.call("GET", "/v1/indicators")).body;
  const indicator = items.find(({ key }: { key: string }) => key === "technology-adoption-time");
  const days = ["2026-10-19", "2026-11-02", "2026-11-16", "2026-11-23"];
  const values = { participants: [92, 88, 90, 91], comparison: [89, 91, 90, 90] };
  for (const scope of ["participants", "comparison"] as const) {
    for (const [at, date] of days.entries()) {
      const value = values[scope][at];
      const body = {
        programmeId,
        indicatorId: indicator.id,
        scope,
        date,
        value,
        unit: "days",
        source: "HR system",
      };
      await made(api, "/v1/observations", body);
    }
  }
}

/** The values of the programme's own time, once it has passed. */
export async function observeLater({ api, programmeId }: ReportStory) {
  const { items } = (await api.call("GET", "/v1/indicators")).body;
  const indicator = items.find(({ key }: { key: string }) => key === "technology-adoption-time");
  const days = ["2026-12-14", "2026-12-28", "2027-01-11", "2027-01-25"];
  const values = { participants: [84, 75, 66, 58], comparison: [90, 89, 88, 88] };
  for (const scope of ["participants", "comparison"] as const) {
    for (const [at, date] of days.entries()) {
      const value = values[scope][at];
      const body = {
        programmeId,
        indicatorId: indicator.id,
        scope,
        date,
        value,
        unit: "days",
        source: "HR system",
      };
      await made(api, "/v1/observations", body);
    }
  }
}

/** One of those who meet next calls it off, some days before. */
async function callOff(api: Api, programmeId: string) {
  const query = `programmeId=${programmeId}&state=planned`;
  const { items } = (await api.call("GET", `/v1/sessions?${query}`)).body;
  const session = items.at(-1);
  const participant = (await api.call("GET", `/v1/participants/${session.attendees[0].participantId}`)).body;
  const as = await tokenOf(api, participant.personId);
  const answer = await api.call("POST", `/v1/sessions/${session.id}/cancellation`, { as, body: {} });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}

interface Answering {
  readonly random: () => number;
  readonly week: number;
  readonly answered: { count: number };
}

/** In this week of the programme everybody is too busy to say whether they met. */
const BUSY_WEEK = 5;

/** Answers what came by mail since the last time: nine in ten questionnaires, and most follow-ups. */
async function answerMails(api: Api, { random, week, answered }: Answering) {
  const mails = (await api.mails()).slice(answered.count);
  answered.count += mails.length;
  for (const { links } of mails) {
    for (const link of links) {
      const path = new URL(link).pathname;
      if (path.startsWith("/p/questionnaire/") && random() < 0.95)
        await answerPage(api, path, { random, week });
      if (path.startsWith("/p/follow-up/") && week !== BUSY_WEEK && random() < 0.8) {
        const happened = random() < 0.93 ? "yes" : "no";
        await answerPage(api, path, { random, week, more: { happened } });
      }
    }
  }
}

async function answerPage(
  api: Api,
  path: string,
  { random, week, more = {} }: { random: () => number; week: number; more?: Record<string, string> },
) {
  const html = await (await api.raw(path)).text();
  const names = new Set(
    [...html.matchAll(/type="radio" name="([a-z0-9-]+)" value="5"/g)].map(([, name]) => name ?? ""),
  );
  const form = Object.fromEntries([...names].map((name) => [name, stepAt(random, week)]));
  const body = new URLSearchParams({ ...form, ...more });
  await api.raw(path, { method: "POST", body });
}
