import { type Served, serveSystem } from "../serve.ts";
import { type Answer, ApiClient } from "./client.ts";
import { type Company, setUpCompany } from "./company.ts";
import { type DeliveredMail, InboxReader } from "./readers.ts";
import { afterCancel, duplicates, type Happened, lost } from "./verdict.ts";

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** A Monday morning in Rome. */
const START = Date.UTC(2027, 0, 11, 8);
const WEEKS = 13;

export interface DemoOptions {
  readonly pairs: number;
  readonly say: (text: string) => void;
  /** Keeps the data; the demo goes on from it only when it is new. */
  readonly path?: string;
}

/** What came of a demo: its mails by kind, and the figures that must be zero. */
export interface DemoResult {
  readonly mails: ReadonlyMap<string, number>;
  readonly duplicates: number;
  readonly lost: readonly string[];
  readonly afterCancel: number;
  readonly schedulesLeft: number;
  readonly waves: readonly Answer[];
}

/** Twelve weeks of a programme through public interfaces only: the API over HTTP, and what is mailed. */
export async function runDemo({ pairs, say, path }: DemoOptions): Promise<DemoResult> {
  const served = await serveSystem({ port: 0, startAt: START, ...(path && { path }) });
  try {
    return await new Demo(served, say).run(pairs);
  } finally {
    await served.stop();
  }
}

class Demo {
  readonly #served: Served;
  readonly #say: (text: string) => void;
  readonly #inbox: InboxReader;
  readonly #silent = new Map<string, number>();
  readonly #optedOut = new Map<string, number>();
  #pause = { from: 0, to: 0 };

  constructor(served: Served, say: (text: string) => void) {
    this.#served = served;
    this.#say = say;
    this.#inbox = new InboxReader(served.system.cloud.mailbox);
  }

  async run(pairs: number): Promise<DemoResult> {
    const { issuer, url, system } = this.#served;
    const api = new ApiClient(url, await issuer.token({ sub: "admin", roles: ["admin"] }));
    const plan = {
      pairs,
      sessions: 6,
      plannedFrom: "2027-01-13T09:00",
      programme: "Digital natives, seasoned leaders",
    };
    const company = await setUpCompany(api, plan, {
      progress: this.#say,
      settle: () => system.timeMachine.drain(),
    });
    for (let week = 1; week <= WEEKS; week += 1) {
      await this.#happen(week, api, company);
      await this.#pass(week);
    }
    return this.#result(api, company);
  }

  get #now(): number {
    return this.#served.system.cloud.clock.milliseconds();
  }

  /** A week passes, day by day; whoever has a questionnaire may answer it on the way. */
  async #pass(week: number): Promise<void> {
    for (let day = 1; day <= 7; day += 1) {
      await this.#served.system.timeMachine.moveTo(START + (week - 1) * WEEK + day * DAY);
      for (const mail of await this.#inbox.read()) await this.#answer(mail);
    }
    this.#say(`week ${String(week).padStart(2)}: ${this.#inbox.mails.length} mails so far`);
  }

  /** Two of three answer when they are asked, half of the others when they are reminded, some never. */
  async #answer({ kind, links, to }: DeliveredMail): Promise<void> {
    const link = links.find((one) => one.includes("/p/questionnaire/"));
    if (!link || to.startsWith("bounce")) return;
    const character = [...to].reduce((sum, sign) => sum + sign.charCodeAt(0), 0);
    const answers = kind === "questionnaire" ? character % 3 !== 0 : character % 2 === 0;
    if (!answers) return;
    const page = await (await fetch(link)).text();
    const names = new Set([...page.matchAll(/type="radio" name="([^"]+)"/g)].map(([, name]) => name ?? ""));
    const form = [...names].map((name, at): [string, string] => [name, String(2 + ((character + at) % 4))]);
    if (form.length > 0) await fetch(link, { method: "POST", body: new URLSearchParams(form) });
  }

  /** What people do in a week. */
  async #happen(
    week: number,
    api: ApiClient,
    { programme, instrumentId, pairings, mentors }: Company,
  ): Promise<void> {
    const sessionOf = async (at: number): Promise<Answer> => {
      const now = new Date(this.#now).toISOString();
      const query = `programmeId=${programme.id}&pairingId=${pairings[at].id}&state=planned&from=${now}`;
      return (await api.get(`/v1/sessions?${query}`)).items[0];
    };
    const wave = (privacy: string) =>
      api.post("/v1/waves", {
        programmeId: programme.id,
        instrumentId,
        privacy,
        opensAt: new Date(this.#now + DAY).toISOString(),
        closesAt: new Date(this.#now + 11 * DAY).toISOString(),
      });
    switch (week) {
      case 2: {
        const session = await sessionOf(0);
        const elsewhere = { localStart: session.localStart.replace("T14:30", "T16:00"), zone: session.zone };
        const moved = await api.put(`/v1/sessions/${session.id}/time`, elsewhere, session.version);
        await this.#served.system.timeMachine.drain();
        await api.put(
          `/v1/sessions/${session.id}/time`,
          { localStart: session.localStart, zone: session.zone },
          moved.version,
        );
        return this.#say("a pair has moved a session there and back");
      }
      case 3: {
        const { id } = mentors[1] as Answer;
        const person = await api.get(`/v1/people/${id}`);
        const email = "bounce.address@generated.example";
        await api.patch(`/v1/people/${id}`, { email }, person.version);
        this.#silent.set(email, this.#now);
        await wave("confidential");
        return this.#say("somebody's new address bounces; a wave is scheduled");
      }
      case 4: {
        const mail = this.#inbox.mails.findLast(
          ({ to, kind }) => kind === "invitation" && to === mentors[2].email,
        );
        await post(
          mail?.links.find((link) => link.includes("/p/cannot-come/")),
          { choice: "call-off", reason: "Travelling" },
        );
        return this.#say("one has called a session off by the link in her mail");
      }
      case 5: {
        const [member] = pairings[3].members;
        await api.post(`/v1/participants/${member.participantId}/state`, { to: "withdrawn" });
        this.#silent.set(mentors[3].email, this.#now);
        return this.#say("one person has withdrawn");
      }
      case 6: {
        const mail = this.#inbox.mails.findLast(
          ({ to, kind }) => kind === "reminder" && to === mentors[4].email,
        );
        await post(
          mail?.links.find((link) => link.includes("/p/unsubscribe/")),
          { "List-Unsubscribe": "One-Click" },
        );
        this.#optedOut.set(mentors[4].email, this.#now);
        return this.#say("one person wants no more reminders");
      }
      case 7:
        await api.post(`/v1/programmes/${programme.id}/pause`, { paused: true });
        this.#pause = { from: this.#now, to: this.#now + WEEK };
        return this.#say("the programme is paused");
      case 8:
        await api.post(`/v1/programmes/${programme.id}/pause`, { paused: false });
        return this.#say("the programme goes on");
      case 9:
        await wave("anonymous");
        return this.#say("a second wave is scheduled");
      default:
        return;
    }
  }

  async #result(api: ApiClient, { programme, pairings, mentors, mentees }: Company): Promise<DemoResult> {
    await this.#inbox.read();
    const { mails } = this.#inbox;
    const addresses = new Map<string, string[]>();
    for (const [at, { members }] of pairings.entries()) {
      for (const { participantId, teaches } of members) {
        const before = (teaches ? mentors : mentees)[at];
        const { email } = await api.get(`/v1/people/${before.id}`);
        addresses.set(participantId, [before.email, email]);
      }
    }
    const happened: Happened = {
      now: this.#now,
      sessions: await api.all(`/v1/sessions?programmeId=${programme.id}`),
      addresses,
      silent: this.#silent,
      optedOut: this.#optedOut,
      pause: this.#pause,
    };
    const waves = [];
    for (const { id } of (await api.get(`/v1/waves?programmeId=${programme.id}`)).items) {
      waves.push(await api.get(`/v1/waves/${id}`));
    }
    const byKind = new Map<string, number>();
    for (const { kind } of mails) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    return {
      mails: byKind,
      duplicates: duplicates(mails),
      lost: lost(mails, happened),
      afterCancel: afterCancel(mails, happened),
      schedulesLeft: this.#served.system.cloud.schedules.names().filter((name) => name !== "sweep").length,
      waves,
    };
  }
}

async function post(link: string | undefined, form: Record<string, string>): Promise<void> {
  if (!link) throw new Error("the mail with this link did not come");
  const response = await fetch(link, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  if (response.status >= 400) throw new Error(`the page answered ${response.status}`);
}
