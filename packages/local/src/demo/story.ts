import { type Format, formatOf } from "@viceversa/core/programme/index.ts";
import { invitationsIn } from "./cast.ts";
import type { Answer, ApiClient } from "./client.ts";
import { type Company, type Course, setUpCompany } from "./company.ts";
import { Manager } from "./manager.ts";
import { People } from "./people.ts";
import { Protagonists } from "./protagonists.ts";
import type { DeliveredMail, InboxReader } from "./readers.ts";
import type { World } from "./world.ts";

export const DAY = 86_400_000;
const WEEK = 7 * DAY;
const WAIT = 5 * 60_000;
/** Enrolment, preparation and matching take four; then pairs meet; the last three are for closing. */
export const WEEKS = 26;
const WEEKS_OF_MEETINGS = 20;
/** Of those who are invited, some do not take part; and two come late. */
const INVITED_SHARE = 1.2;

/** What the story knows that nobody else can: who gets no mails any more, and when the programme rested. */
export interface Known {
  /** By address, from which instant on. */
  readonly silent: Map<string, number>;
  /** Who gets no reminders any more, by address. */
  readonly optedOut: Map<string, number>;
  /** Addresses that nothing reaches, also not a cancellation. */
  readonly unreachable: Set<string>;
  readonly pauses: { from: number; to: number }[];
}

export interface StoryOptions {
  readonly api: ApiClient;
  readonly world: World;
  readonly inbox: InboxReader;
  /** A Monday morning, in milliseconds on the virtual clock. */
  readonly start: number;
  /** How many pairs are aimed at; everybody who is eligible when it is left out. */
  readonly pairs?: number;
  /** How people meet; remote when it is left out. */
  readonly format?: Format;
  readonly say: (text: string) => void;
  /** Is told after each day what share of them is over. */
  readonly tick?: ((share: number) => void) | undefined;
  /** Is told of the first proposal why its pairs are pairs. */
  readonly explain?: ((text: string) => void) | undefined;
}

/** Half a year of a programme: what its manager and its people do, week by week. */
export class Story {
  readonly known: Known = { silent: new Map(), optedOut: new Map(), unreachable: new Set(), pauses: [] };
  /** The addresses that somebody had before today's, by person. */
  readonly addressesBefore = new Map<string, string[]>();
  readonly people: People;
  readonly manager: Manager;
  readonly #options: StoryOptions;
  readonly #course: Course;
  readonly #format: Format;
  readonly #protagonists: Protagonists;
  #company: Company | undefined;
  #now: number;

  constructor(options: StoryOptions) {
    this.#options = options;
    this.#now = options.start;
    this.#course = {
      progress: options.say,
      settle: () => options.world.moveTo(this.#now),
      wait: async () => options.world.moveTo((await options.world.state()).now + WAIT),
    };
    this.people = new People(options.world, WEEKS * 7);
    this.#format = options.format ?? "remote";
    this.manager = new Manager(options.api, { course: this.#course, format: this.#format });
    this.#protagonists = new Protagonists(options.api, {
      inbox: options.inbox,
      programmeId: () => this.manager.programmeId,
    });
  }

  /** Where the story is, in milliseconds on the virtual clock. */
  get now(): number {
    return this.#now;
  }

  /** What happens on the Monday of a week, from 1. A request whose answer was lost may have been done: it is read again. */
  async begin(week: number): Promise<void> {
    if (week > 1 && week < WEEKS - 1) await this.manager.goThroughApplications();
    const happening = this.#weeks[week];
    if (happening) this.#options.say(await happening());
    if (week % 4 === 0) await this.manager.observe(this.#date(-DAY), week);
  }

  /** A week passes, day by day: mails come, and people do what these ask for. */
  async pass(week: number, until = this.#options.start + week * WEEK): Promise<void> {
    const { start, inbox } = this.#options;
    for (let day = 1; day <= 7; day += 1) {
      const next = start + (week - 1) * WEEK + day * DAY;
      if (next > until) break;
      this.#now = next;
      await this.#course.settle();
      const today = (week - 1) * 7 + day;
      for (const mail of await inbox.read()) this.people.read(mail, today);
      await this.people.act(today);
      this.#options.tick?.(today / (7 * WEEKS));
    }
  }

  readonly #weeks: Readonly<Record<number, () => Promise<string>>> = {
    1: async () => {
      const { api, pairs } = this.#options;
      const wanted = pairs && Math.ceil(pairs * INVITED_SHARE);
      this.#company = await setUpCompany(api, { format: this.#format, seniors: wanted }, this.#course);
      await this.manager.openProgramme(this.#company, { weeks: WEEKS_OF_MEETINGS });
      const invited: string[] = [];
      for (const invitation of invitationsIn(this.#format, this.#company, wanted))
        invited.push(`${await this.manager.invite(invitation)} ${invitation.role}s`);
      return `enrolment is open: ${invited.join(" and ")} are invited`;
    },
    2: async () => {
      const path = await this.manager.applicationLink();
      const senior = this.#companyNow.seniors.at(-1);
      await this.#options.world.post(path, [
        ["role", formatOf({ format: this.#format }).roles.at(-1) ?? ""],
        ["email", senior.email],
      ]);
      return "the application link is on the intranet, and somebody uses it";
    },
    3: async () => {
      await this.manager.advance("preparing");
      return "preparation begins";
    },
    4: async () => {
      await this.manager.advance("matching");
      const [mentee] = (await this.manager.participants("prepared")).filter((one) => one.menteeCapacity > 0);
      this.people.decline((await this.#protagonists.personOf(mentee)).email);
      const pairs = await this.manager.match(this.#date(WEEK), this.#options.explain);
      return `${pairs} pairs are proposed to their members`;
    },
    5: async () => {
      await this.manager.advance("running");
      return `the programme runs; ${await this.manager.match(this.#date(WEEK))} more pairs are proposed`;
    },
    6: async () => {
      const session = await this.#protagonists.sessionOf(0, this.#now);
      const path = `/v1/sessions/${session.id}/time`;
      const { localStart, zone, version } = session;
      const elsewhere = { localStart: localStart.replace(/T..:../, "T17:15"), zone };
      const moved = await this.#options.api.put(path, elsewhere, version);
      await this.#course.settle();
      await this.#options.api.put(path, { localStart, zone }, moved.version);
      return "some who meet have moved a session there and back";
    },
    7: async () => {
      const person = await this.#protagonists.somebody(1, "teaches");
      const email = "bounce.address@generated.example";
      await this.#options.api.patch(`/v1/people/${person.id}`, { email }, person.version);
      this.addressesBefore.set(person.id, [person.email]);
      this.known.silent.set(email, this.#now);
      this.known.unreachable.add(email);
      return "somebody's new address bounces";
    },
    8: async () => {
      const { email } = await this.#protagonists.somebody(2, this.#usual, "invitation");
      const mail = this.#protagonists.mailTo(email, "invitation");
      await this.#post(mail, "cannot-come", { choice: "call-off", reason: "Travelling" });
      return `somebody (${email}) has called off a session by the link in the mail`;
    },
    9: async () => {
      const { email } = await this.#leave(3, "teaches");
      return `somebody who teaches has withdrawn (${email})`;
    },
    10: async () => `${await this.manager.match(this.#date(WEEK))} pairs are proposed to who is free again`,
    11: async () => {
      const { email } = await this.#protagonists.somebody(4, this.#usual, "reminder");
      await this.#post(this.#protagonists.mailTo(email, "reminder"), "unsubscribe", {
        "List-Unsubscribe": "One-Click",
      });
      this.known.optedOut.set(email, this.#now);
      return "somebody wants no more reminders";
    },
    13: async () => {
      const { email } = await this.#leave(5, "learns");
      return `somebody who learns has withdrawn (${email})`;
    },
    14: async () => `${await this.manager.match(this.#date(WEEK))} pairs are proposed to who is free again`,
    18: async () => {
      await this.manager.pause(true);
      this.known.pauses.push({ from: this.#now, to: this.#now + 3 * WEEK });
      return "August: the programme rests";
    },
    21: async () => {
      await this.manager.pause(false);
      return "the programme goes on";
    },
    24: async () => {
      await this.manager.advance("completed");
      return "the programme is completed; the last questionnaires are out";
    },
  };

  /** Most who meet in a group learn, and there are few who teach. */
  get #usual(): "teaches" | "learns" {
    return formatOf({ format: this.#format }).gathers === "group" ? "learns" : "teaches";
  }

  get #companyNow(): Company {
    if (!this.#company) throw new Error("the story begins with its first week");
    return this.#company;
  }

  /** A day, this many milliseconds from now. */
  #date(after: number): string {
    return new Date(this.#now + after).toISOString().slice(0, "2026-11-24".length);
  }

  async #leave(at: number, role: "teaches" | "learns"): Promise<Answer> {
    const person = await this.#protagonists.somebody(at, role);
    await this.manager.move(person.participantId, "withdrawn");
    this.known.silent.set(person.email, this.#now);
    return person;
  }

  /** Sends the form of a link in a mail. */
  async #post(mail: DeliveredMail | undefined, page: string, form: Record<string, string>): Promise<void> {
    const link = mail?.links.find((one) => one.includes(`/p/${page}/`));
    if (!link) throw new Error(`the mail with the link to ${page} did not come`);
    const { status } = await this.#options.world.post(link, Object.entries(form));
    if (status >= 400) throw new Error(`the page ${page} answered ${status}`);
  }
}
