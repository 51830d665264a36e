import { chance } from "./chance.ts";
import { type Fields, fillingIn } from "./filled-in.ts";
import { readForm } from "./form.ts";
import type { DeliveredMail } from "./readers.ts";
import type { World } from "./world.ts";

/** How many answer a first mail and, of those who have not, a reminder; and within how many days. */
interface Habit {
  readonly atOnce: number;
  readonly reminded: number;
  readonly days: number;
}

/** Most people do what a mail asks for, some late, some only when they are reminded, and some never. */
const habits: Readonly<Record<string, Habit>> = {
  apply: { atOnce: 0.75, reminded: 0.7, days: 3 },
  prepare: { atOnce: 0.75, reminded: 0.8, days: 3 },
  match: { atOnce: 0.85, reminded: 0.9, days: 2 },
  proposal: { atOnce: 0.9, reminded: 0.9, days: 1 },
  "follow-up": { atOnce: 0.75, reminded: 0.75, days: 3 },
  questionnaire: { atOnce: 0.6, reminded: 0.5, days: 4 },
};
/** Who leaves out an item at first, and is shown what is missing. */
const CARELESS = 0.15;

const purposeOf = (link: string): string => /\/p\/([a-z-]+)\//.exec(link)?.[1] ?? "";

interface Intention {
  readonly day: number;
  readonly email: string;
  readonly link: string;
  /** What she is asked, by its purpose and how many of its kind came before: the same in each telling. */
  readonly about: string;
}

/** What the people of the demo did with the links in their mails. */
export interface Deeds {
  answered: number;
  /** Answers that came back with something missing, and were completed. */
  completed: number;
  /** Pages that took nothing any more when somebody came to them at last. */
  tooLate: number;
}

/** The participants: they read their mails and do, sooner or later or never, what these ask for. */
export class People {
  readonly deeds: Deeds = { answered: 0, completed: 0, tooLate: 0 };
  readonly #world: World;
  readonly #days: number;
  readonly #asked = new Map<string, number>();
  readonly #links = new Map<string, string[]>();
  readonly #answered = new Set<string>();
  readonly #declining = new Set<string>();
  #intentions: Intention[] = [];

  /** @param days  how long the programme is, from its first day to its last */
  constructor(world: World, days: number) {
    this.#world = world;
    this.#days = days;
  }

  /** Somebody will say no to the next match that she is shown. */
  decline(email: string): void {
    this.#declining.add(email);
  }

  /** Somebody reads a mail, and makes up her mind about each thing that it asks. */
  read({ to, links }: DeliveredMail, day: number): void {
    for (const link of new Set(links)) {
      const habit = habits[purposeOf(link)];
      if (habit) this.#consider(to, { link, habit, day });
    }
  }

  #consider(to: string, { link, habit, day }: { link: string; habit: Habit; day: number }): void {
    const about = this.#aboutOf(to, link);
    const times = this.#asked.get(link) ?? 0;
    this.#asked.set(link, times + 1);
    const willing = chance(to, about, times) < (times === 0 ? habit.atOnce : habit.reminded);
    if (!willing || this.#answered.has(link)) return;
    const delay = Math.floor(chance(to, about, "delay") * (habit.days + 1));
    this.#intentions.push({ day: day + delay, email: to, link, about });
  }

  /** Ids differ from telling to telling, and with them links. */
  #aboutOf(email: string, link: string): string {
    const kind = `${email} ${purposeOf(link)}`;
    const links = this.#links.get(kind) ?? [];
    if (!links.includes(link)) this.#links.set(kind, [...links, link]);
    return `${purposeOf(link)} ${(this.#links.get(kind) ?? []).indexOf(link)}`;
  }

  /** People do what they have meant to do by a day. */
  async act(day: number): Promise<void> {
    const due = this.#intentions.filter((intention) => intention.day <= day);
    this.#intentions = this.#intentions.filter((intention) => intention.day > day);
    for (const intention of due) {
      if (!this.#answered.has(intention.link)) await this.#answer(intention, day);
    }
  }

  async #answer({ email, link, about }: Intention, day: number): Promise<void> {
    const form = readForm(await (await this.#world.open(link)).text());
    const fill = fillingIn[purposeOf(link)];
    this.#answered.add(link);
    if (!form || !fill) {
      this.deeds.tooLate += 1;
      return;
    }
    const declines = purposeOf(link) === "match" && this.#declining.delete(email);
    const fields = fill(form, { email, progress: Math.min(1, day / this.#days), declines });
    const isCareless = purposeOf(link) === "questionnaire" && chance(email, about, "careless") < CARELESS;
    if (isCareless && (await this.#send(link, without(fields, form.choices.keys().next().value))) === 422) {
      this.deeds.completed += 1;
    }
    const status = await this.#send(link, fields);
    if (status >= 400) throw new Error(`the page behind ${purposeOf(link)} answered ${status}`);
    this.deeds.answered += 1;
  }

  async #send(link: string, fields: Fields): Promise<number> {
    return (await this.#world.post(link, fields)).status;
  }
}

const without = (fields: Fields, left: string | undefined): Fields =>
  fields.filter(([name]) => name !== left);
