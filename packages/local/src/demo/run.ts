import { type Answer, ApiClient, ApiRefusal } from "./client.ts";
import { type Company, setUpCompany } from "./company.ts";
import { type DeliveredMail, InboxReader } from "./readers.ts";
import { afterCancel, duplicates, type Happened, lost } from "./verdict.ts";
import { type Reach, World } from "./world.ts";

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const WEEKS = 13;

/** A Monday morning in Rome, on which the demo's system must start. */
export const DEMO_START = Date.UTC(2027, 0, 11, 8);

export interface DemoOptions {
  readonly pairs: number;
  readonly say: (text: string) => void;
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
export const runDemo = (reach: Reach, { pairs, say }: DemoOptions): Promise<DemoResult> =>
  new Demo(reach, say).run(pairs);

class Demo {
  readonly #api: ApiClient;
  readonly #world: World;
  readonly #say: (text: string) => void;
  #now = DEMO_START;
  readonly #inbox: InboxReader;
  readonly #silent = new Map<string, number>();
  readonly #optedOut = new Map<string, number>();
  #pause = { from: 0, to: 0 };

  constructor(reach: Reach, say: (text: string) => void) {
    this.#api = new ApiClient(reach);
    this.#world = new World(reach);
    this.#say = say;
    this.#inbox = new InboxReader(this.#world);
  }

  async run(pairs: number): Promise<DemoResult> {
    const plan = {
      pairs,
      sessions: 6,
      plannedFrom: "2027-01-13T09:00",
      programme: "Digital natives, seasoned leaders",
    };
    const company = await setUpCompany(this.#api, plan, { progress: this.#say, settle: this.#settle });
    for (let week = 1; week <= WEEKS; week += 1) {
      await this.#happen(week, company).catch((error) => {
        // An answer that was lost on its way had its effect: what has changed is read again.
        if (!(error instanceof ApiRefusal && error.status === 412)) throw error;
        return this.#happen(week, company);
      });
      await this.#pass(week);
    }
    return this.#result(company);
  }

  #settle = (): Promise<void> => this.#world.moveTo(this.#now);

  /** A week passes, day by day; whoever has a questionnaire may answer it on the way. */
  async #pass(week: number): Promise<void> {
    for (let day = 1; day <= 7; day += 1) {
      this.#now = DEMO_START + (week - 1) * WEEK + day * DAY;
      await this.#settle();
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
    const page = await (await this.#world.open(link)).text();
    const names = new Set([...page.matchAll(/type="radio" name="([^"]+)"/g)].map(([, name]) => name ?? ""));
    const form = [...names].map((name, at): [string, string] => [name, String(2 + ((character + at) % 4))]);
    if (form.length > 0) await this.#world.post(link, form);
  }

  /** What people do in a week. */
  async #happen(week: number, { programme, instrumentId, pairings, mentors }: Company): Promise<void> {
    const api = this.#api;
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
        await this.#settle();
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
        await this.#post(mail, "/p/cannot-come/", { choice: "call-off", reason: "Travelling" });
        return this.#say("one person has cancelled a session by the link in the mail");
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
        await this.#post(mail, "/p/unsubscribe/", { "List-Unsubscribe": "One-Click" });
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

  /** Sends the form of a link in a mail. */
  async #post(mail: DeliveredMail | undefined, page: string, form: Record<string, string>): Promise<void> {
    const link = mail?.links.find((one) => one.includes(page));
    if (!link) throw new Error("the mail with this link did not come");
    const { status } = await this.#world.post(link, Object.entries(form));
    if (status >= 400) throw new Error(`the page answered ${status}`);
  }

  async #result({ programme, pairings, mentors, mentees }: Company): Promise<DemoResult> {
    const api = this.#api;
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
      schedulesLeft: (await this.#world.state()).schedules.filter((name) => name !== "sweep").length,
      waves,
    };
  }
}
