import { readFile } from "node:fs/promises";
import type { Answer, ApiClient } from "./client.ts";
import { generatedIntake } from "./intake.ts";

/** What a company's programme is made with. */
export interface CompanyPlan {
  readonly pairs: number;
  /** The programme's first session is at or after this wall time in Rome. */
  readonly plannedFrom: string;
  readonly sessions: number;
  readonly programme: string;
}

/** The company as the demo goes on with it. */
export interface Company {
  readonly programme: Answer;
  readonly instrumentId: string;
  readonly pairings: readonly Answer[];
  readonly mentors: readonly Answer[];
  readonly mentees: readonly Answer[];
}

const csv = new URL("../adventure-works-people.csv", import.meta.url);

/**
 * Sets up AdventureWorks through the API: its people from the CSV, a generated intake of young hires, a
 * programme, and pairs of a hire and a senior colleague who both have said yes.
 *
 * @param settle  lets what was put on the queues happen
 */
export async function setUpCompany(
  api: ApiClient,
  plan: CompanyPlan,
  { progress, settle }: { progress: (text: string) => void; settle: () => Promise<void> },
): Promise<Company> {
  await setUpOrganisation(api);
  await importPeople(api, progress, settle);
  progress(`taking in ${plan.pairs} generated hires`);
  const hires = [];
  for (const hire of generatedIntake(plan.pairs)) hires.push(await api.post("/v1/people", hire));
  const seniors = (await api.all("/v1/people"))
    .filter(({ birthYear, email }) => birthYear < 1980 && !email.includes("generated"))
    .sort((one, other) => (one.externalId < other.externalId ? -1 : 1));
  const [manager, ...mentees] = seniors;
  const programme = await api.post("/v1/programmes", {
    name: plan.programme,
    format: "remote",
    zone: "Europe/Rome",
    managers: [manager.id],
    rules: { preparation: "waived" },
  });
  await api.post(`/v1/programmes/${programme.id}/phase`, { to: "enrolling" });
  progress(`pairing ${plan.pairs} hires with senior colleagues`);
  const pairings: Answer[] = [];
  for (const [at, mentor] of hires.entries()) {
    pairings.push(await pair(api, plan, programme, [mentor, mentees[at]]));
  }
  for (const to of ["preparing", "matching", "running"]) {
    await api.post(`/v1/programmes/${programme.id}/phase`, { to });
  }
  await settle();
  const instruments = await api.get("/v1/instruments");
  return {
    programme,
    instrumentId: instruments.items[0].id,
    pairings,
    mentors: hires,
    mentees: mentees.slice(0, plan.pairs),
  };
}

async function setUpOrganisation(api: ApiClient): Promise<void> {
  const { version } = await api.post("/v1/organisation", {
    name: "Adventure Works",
    locale: "it",
    zone: "Europe/Rome",
    contact: { name: "Carla Conti", email: "carla.conti@adventure-works.example" },
    brandColour: "#0b5cad",
    reportingThreshold: 5,
  });
  await api.patch("/v1/organisation", { sending: "on" }, version);
}

async function importPeople(
  api: ApiClient,
  progress: (text: string) => void,
  settle: () => Promise<void>,
): Promise<void> {
  const { id } = await api.send("/v1/people/imports", await readFile(csv));
  await settle();
  const job = await api.get(`/v1/jobs/${id}`);
  progress(`imported ${job.facts.rows} people; ${job.failed} rows with an error of their own`);
}

async function pair(
  api: ApiClient,
  { plannedFrom, sessions }: CompanyPlan,
  programme: Answer,
  [mentor, mentee]: [Answer, Answer],
): Promise<Answer> {
  const members = [];
  for (const [person, role] of [[mentor, "mentorCapacity"] as const, [mentee, "menteeCapacity"] as const]) {
    const { id } = await api.post("/v1/participants", {
      programmeId: programme.id,
      personId: person.id,
      [role]: 1,
    });
    for (const to of ["applied", "approved", "prepared"])
      await api.post(`/v1/participants/${id}/state`, { to });
    members.push({ participantId: id, teaches: person === mentor, learns: person === mentee });
  }
  const pairing = await api.post("/v1/pairings", {
    programmeId: programme.id,
    members,
    zone: "Europe/Rome",
    venue: { kind: "link", link: `https://meet.example.com/${mentor.externalId.toLowerCase()}` },
    plan: { everyWeeks: 2, weekday: 4, wallTime: "14:30", minutes: 60, count: sessions },
    plannedFrom,
  });
  for (const { participantId } of members) {
    await api.post(`/v1/pairings/${pairing.id}/acceptances`, { participantId });
  }
  return pairing;
}
