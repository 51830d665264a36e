import type { DatabaseSync } from "node:sqlite";
import { AwsFailure } from "../failure.ts";
import { atomically } from "../store.ts";

/** What `CreateSchedule` and `UpdateSchedule` send; an update replaces all of it. */
export interface ScheduleRequest {
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly ActionAfterCompletion?: "DELETE" | "NONE";
  readonly FlexibleTimeWindow: { readonly Mode: "OFF" | "FLEXIBLE" };
  readonly Target: { readonly Arn: string; readonly Input?: string };
}

export interface DueSchedule {
  readonly name: string;
  readonly targetArn: string;
  readonly input: string;
}

/** Schedules that fire once at a UTC time, or at a rate: one firing a step, however long the step was. */
export class Schedules {
  readonly #store: DatabaseSync;
  readonly #now: () => number;

  constructor(store: DatabaseSync, now: () => number) {
    this.#store = store;
    this.#now = now;
    store.exec(`CREATE TABLE IF NOT EXISTS schedule (
      name TEXT PRIMARY KEY, fireAt INTEGER NOT NULL, everyMinutes INTEGER, request TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS scheduleByTime ON schedule (fireAt)`);
  }

  create(name: string, request: ScheduleRequest): void {
    if (!/^[0-9a-zA-Z-_.]{1,64}$/.test(name))
      throw new AwsFailure("ValidationException", `No schedule name: ${name}`);
    if (this.get(name)) throw new AwsFailure("ConflictException", `Schedule ${name} already exists.`, 409);
    this.#put(name, request);
  }

  update(name: string, request: ScheduleRequest): void {
    this.#require(name);
    this.#put(name, request);
  }

  delete(name: string): void {
    this.#require(name);
    this.#store.prepare("DELETE FROM schedule WHERE name = ?").run(name);
  }

  get(name: string): ScheduleRequest | undefined {
    const row = this.#store.prepare("SELECT request FROM schedule WHERE name = ?").get(name);
    return row && (JSON.parse(String(row["request"])) as ScheduleRequest);
  }

  names(): string[] {
    return this.#store
      .prepare("SELECT name FROM schedule ORDER BY fireAt, name")
      .all()
      .map(({ name }) => String(name));
  }

  /** When the next one-time schedule fires, in milliseconds. */
  nextFiring(): number | undefined {
    return this.#earliest("everyMinutes IS NULL");
  }

  /** When the next recurring schedule fires, in milliseconds. */
  nextRecurring(): number | undefined {
    return this.#earliest("everyMinutes IS NOT NULL");
  }

  #earliest(which: string): number | undefined {
    const row = this.#store.prepare(`SELECT min(fireAt) AS at FROM schedule WHERE ${which}`).get();
    return row?.["at"] === null ? undefined : Number(row?.["at"]);
  }

  /**
   * Hands over what is due: one-time schedules are gone afterwards, recurring ones wait for their next turn.
   *
   * @param deliver  must write to the same store, so that nothing is taken without being delivered
   */
  fireDue(deliver: (due: DueSchedule) => void): void {
    const now = this.#now();
    atomically(this.#store, () => {
      const rows = this.#store
        .prepare("SELECT * FROM schedule WHERE fireAt <= ? ORDER BY fireAt, name")
        .all(now);
      for (const { name, everyMinutes, request } of rows) {
        this.#finish(String(name), everyMinutes === null ? undefined : now + Number(everyMinutes) * 60_000);
        const { Target } = JSON.parse(String(request)) as ScheduleRequest;
        deliver({ name: String(name), targetArn: Target.Arn, input: Target.Input ?? "{}" });
      }
    });
  }

  #finish(name: string, again: number | undefined): void {
    if (again === undefined) this.#store.prepare("DELETE FROM schedule WHERE name = ?").run(name);
    else this.#store.prepare("UPDATE schedule SET fireAt = ? WHERE name = ?").run(again, name);
  }

  #put(name: string, request: ScheduleRequest): void {
    const once = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(request.ScheduleExpression);
    const rate = /^rate\((\d+) minutes?\)$/.exec(request.ScheduleExpression);
    if (!once && !rate)
      throw new AwsFailure("ValidationException", `Only at() and rate(): ${request.ScheduleExpression}`);
    if (once && (request.ScheduleExpressionTimezone ?? "UTC") !== "UTC") {
      throw new AwsFailure("ValidationException", "The embedded Scheduler reads at() in UTC only.");
    }
    const fireAt = once ? Date.parse(`${once[1]}Z`) : this.#now() + Number(rate?.[1]) * 60_000;
    if (fireAt < this.#now()) throw new AwsFailure("ValidationException", "The schedule lies in the past.");
    this.#store
      .prepare("INSERT OR REPLACE INTO schedule (name, fireAt, everyMinutes, request) VALUES (?, ?, ?, ?)")
      .run(name, fireAt, rate ? Number(rate[1]) : null, JSON.stringify(request));
  }

  #require(name: string): void {
    if (!this.get(name))
      throw new AwsFailure("ResourceNotFoundException", `Schedule ${name} does not exist.`, 404);
  }
}
