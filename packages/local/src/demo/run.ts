import type { Format } from "@viceversa/core/programme/index.ts";
import { type Answer, ApiClient, ApiRefusal } from "./client.ts";
import type { Deeds } from "./people.ts";
import { InboxReader } from "./readers.ts";
import { Story, WEEKS } from "./story.ts";
import { afterCancel, duplicates, type Happened, lost, mailsPerPerson } from "./verdict.ts";
import { type Reach, World } from "./world.ts";

/** A Monday morning in Rome, on which the demo's system must start: its weeks 18 to 20 fall into August. */
export const DEMO_START = Date.UTC(2027, 3, 5, 8);

export interface DemoOptions {
  /** How many pairs are aimed at; everybody who is eligible when it is left out. */
  readonly pairs?: number;
  /** How people meet; remote when it is left out. */
  readonly format?: Format;
  /** Is told of the first proposal why its pairs are pairs. */
  readonly explain?: (text: string) => void;
  readonly say: (text: string) => void;
  /** Is told after each day what share of them is over. */
  readonly tick?: (share: number) => void;
}

/** What came of a demo: its mails by kind, and the figures that must be zero. */
export interface DemoResult {
  readonly programmeId: string;
  /** Everybody who was invited. */
  readonly people: number;
  /** The report as a page, by language. */
  readonly reports: Readonly<Record<"it" | "en", string>>;
  readonly mails: ReadonlyMap<string, number>;
  readonly perPerson: { readonly most: number; readonly mean: number };
  readonly deeds: Deeds;
  readonly pairings: readonly Answer[];
  readonly sessions: readonly Answer[];
  readonly waves: readonly Answer[];
  readonly duplicates: number;
  readonly lost: readonly string[];
  readonly afterCancel: number;
  readonly schedulesLeft: number;
}

/** Half a year of a programme through public interfaces only: the API over HTTP, and what is mailed. */
export async function runDemo(
  reach: Reach,
  { pairs, format = "remote", explain, say, tick }: DemoOptions,
): Promise<DemoResult> {
  const api = new ApiClient(reach);
  const world = new World(reach);
  const inbox = new InboxReader(world);
  const story = new Story({
    api,
    world,
    inbox,
    start: DEMO_START,
    format,
    explain,
    say,
    tick,
    ...(pairs && { pairs }),
  });
  for (let week = 1; week <= WEEKS; week += 1) {
    await story.begin(week).catch((error) => {
      // An answer that was lost on its way had its effect: what has changed is read again.
      if (!(error instanceof ApiRefusal && error.status === 412)) throw error;
      return story.begin(week);
    });
    await story.pass(week);
    say(`week ${String(week).padStart(2)}: ${inbox.mails.length} mails so far`);
  }
  return resultOf({ api, world, inbox, story });
}

async function resultOf({
  api,
  world,
  inbox,
  story,
}: {
  api: ApiClient;
  world: World;
  inbox: InboxReader;
  story: Story;
}): Promise<DemoResult> {
  await inbox.read();
  const { mails } = inbox;
  const { programmeId } = story.manager;
  const sessions = await api.all(`/v1/sessions?programmeId=${programmeId}`);
  const happened: Happened = {
    now: story.now,
    sessions,
    addresses: await addressesOf(api, story),
    ...story.known,
  };
  const byKind = new Map<string, number>();
  for (const { kind } of mails) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  return {
    programmeId,
    people: happened.addresses.size,
    reports: {
      it: await api.text(`/v1/programmes/${programmeId}/report.html?locale=it`),
      en: await api.text(`/v1/programmes/${programmeId}/report.html?locale=en`),
    },
    mails: byKind,
    perPerson: mailsPerPerson(mails),
    deeds: story.people.deeds,
    pairings: await api.all(`/v1/pairings?programmeId=${programmeId}`),
    sessions,
    waves: await wavesOf(api, programmeId),
    duplicates: duplicates(mails),
    lost: lost(mails, happened),
    afterCancel: afterCancel(mails, happened),
    schedulesLeft: (await world.state()).schedules.filter((name) => name !== "sweep").length,
  };
}

/** What was asked, with the name of its instrument. */
async function wavesOf(api: ApiClient, programmeId: string): Promise<Answer[]> {
  const keys = new Map((await api.all("/v1/instruments")).map(({ id, key }) => [id, key]));
  const waves = (await api.all(`/v1/waves?programmeId=${programmeId}`)).filter(
    ({ state }) => state !== "superseded",
  );
  return Promise.all(
    waves.map(async ({ id }) => {
      const wave = await api.get(`/v1/waves/${id}`);
      return { ...wave, instrument: keys.get(wave.instrumentId) };
    }),
  );
}

/** All addresses that each participant has had: the one of today last. */
async function addressesOf(
  api: ApiClient,
  { manager, addressesBefore }: Story,
): Promise<Map<string, string[]>> {
  const people = new Map((await api.all("/v1/people")).map((person) => [person.id, person]));
  return new Map(
    (await manager.participants()).map(({ id, personId }) => {
      const { email } = people.get(personId);
      return [id, [...(addressesBefore.get(personId) ?? []), email]];
    }),
  );
}
