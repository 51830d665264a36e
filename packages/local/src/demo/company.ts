import { readFile } from "node:fs/promises";
import { type Format, formatOf } from "@viceversa/core/programme/index.ts";
import type { Answer, ApiClient } from "./client.ts";
import { generatedIntake, hiresFor } from "./intake.ts";

/** The company before its programme begins. */
export interface Company {
  readonly manager: Answer;
  /** The generated intake of young hires. */
  readonly hires: readonly Answer[];
  /** Everybody in the directory who was born before 1980, the manager apart; by their number. */
  readonly seniors: readonly Answer[];
  /** Everybody in the directory between the two. */
  readonly others: readonly Answer[];
}

/** How a story goes on. */
export interface Course {
  readonly progress: (text: string) => void;
  /** What was put on the queues happens. */
  readonly settle: () => Promise<void>;
  /** Some minutes pass. */
  readonly wait: () => Promise<void>;
}

/** A message of a worker that was killed comes again within minutes; a job that takes more looks is stuck. */
const MAXIMUM_LOOKS = 20;

/** A job once it has ended. */
export async function ended(api: ApiClient, id: string, { settle, wait }: Course): Promise<Answer> {
  await settle();
  for (let looks = 0; looks < MAXIMUM_LOOKS; looks += 1) {
    const job = await api.get(`/v1/jobs/${id}`);
    if (job.state !== "queued" && job.state !== "running") return job;
    await wait();
  }
  throw new Error(`the job ${id} does not end`);
}

const csv = new URL("../adventure-works-people.csv", import.meta.url);

/**
 * Sets up AdventureWorks through the API: its people from the CSV, and a generated intake of young hires.
 *
 * @param seniors  how many of the senior colleagues are to find somebody young; all when it is left out
 */
export async function setUpCompany(
  api: ApiClient,
  { format, seniors: wanted }: { format: Format; seniors: number | undefined },
  course: Course,
): Promise<Company> {
  await setUpOrganisation(api);
  await importPeople(api, course);
  const people = (await api.all("/v1/people")).sort((one, other) =>
    one.externalId < other.externalId ? -1 : 1,
  );
  const isSenior = ({ birthYear }: Answer): boolean => birthYear < 1980;
  const [manager, ...seniors] = people.filter(isSenior);
  const hires = [];
  const inPerson = formatOf({ format }).sharesSite;
  for (const hire of generatedIntake(hiresFor(format, wanted ?? seniors.length), { inPerson }))
    hires.push(await api.post("/v1/people", hire));
  course.progress(`took in ${hires.length} generated hires`);
  return { manager, hires, seniors, others: people.filter((person) => !isSenior(person)) };
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

async function importPeople(api: ApiClient, course: Course): Promise<void> {
  const { id } = await api.send("/v1/people/imports", await readFile(csv));
  const job = await ended(api, id, course);
  course.progress(`imported ${job.facts.rows} people; ${job.failed} rows with an error of their own`);
}
