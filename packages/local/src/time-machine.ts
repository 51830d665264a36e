import { type Cloud, MAIL_EVENTS } from "./cloud.ts";

/** One message on its way to a function, as a queue hands it over. */
export interface Delivered {
  readonly messageId: string;
  readonly body: string;
}

/** The functions that the queues start; each answers which messages failed. */
export interface Functions {
  readonly worker: (messages: readonly Delivered[]) => Promise<readonly string[]>;
  readonly mailEvents: (messages: readonly Delivered[]) => Promise<readonly string[]>;
}

/** How often on the virtual clock what has outlived its time to live is deleted. */
const EXPIRY_MILLISECONDS = 2 * 86_400_000;

/** More deliveries than this at one instant mean that a message begets itself. */
const MAXIMUM_BATCHES = 200_000;
const BATCH = 10;

/**
 * After a start or a failure, work may be claimed by somebody who is gone; only the sweep carries it on, once
 * the fence has passed. For this long recurring schedules therefore set the pace too.
 */
const UNEASY_MILLISECONDS = 2 * 3_600_000;

/**
 * Moves the virtual clock from one due instant to the next and lets everything drain at each, so that months
 * pass in seconds and nothing is skipped. Recurring schedules fire once a step, not once an interval.
 */
export class TimeMachine {
  readonly #cloud: Cloud;
  readonly #functions: Functions;
  #turn: Promise<unknown> = Promise.resolve();
  #uneasyUntil: number;
  #expiredAt: number;

  constructor(cloud: Cloud, functions: Functions) {
    this.#cloud = cloud;
    this.#functions = functions;
    this.#expiredAt = cloud.clock.milliseconds();
    this.#uneasyUntil = cloud.clock.milliseconds() + UNEASY_MILLISECONDS;
  }

  /** Delivers everything that is due now, until nothing is. */
  drain(): Promise<void> {
    return this.#inTurn(() => this.#drain());
  }

  /**
   * Moves to an instant, through all that is due on the way.
   *
   * @param target  milliseconds since 1970; one that is past only drains
   * @param onStep  called after each step with the instant that was reached
   */
  moveTo(target: number, onStep: (now: number) => void = () => {}): Promise<void> {
    return this.#inTurn(async () => {
      await this.#drain();
      for (let next = this.#next(); next !== undefined && next <= target; next = this.#next()) {
        this.#cloud.clock.moveTo(Math.max(next, this.#cloud.clock.milliseconds()));
        await this.#drain();
        onStep(this.#cloud.clock.milliseconds());
      }
      this.#cloud.clock.moveTo(target);
      await this.#drain();
      await this.#expire();
      onStep(this.#cloud.clock.milliseconds());
    });
  }

  /** Moves to the next due instant; answers whether there was one. */
  async step(): Promise<boolean> {
    const next = this.#next();
    if (next === undefined) return false;
    await this.moveTo(next);
    return true;
  }

  /** One at a time: two that drain at once would each see half of the queue. */
  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(run);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #next(): number | undefined {
    const { schedules, queues } = this.#cloud;
    const recurring = schedules.nextRecurring();
    const sweeps = recurring !== undefined && recurring <= this.#uneasyUntil ? recurring : undefined;
    const instants = [schedules.nextFiring(), queues.nextVisible(), sweeps].filter((at) => at !== undefined);
    return instants.length > 0 ? Math.min(...instants) : undefined;
  }

  /** DynamoDB deletes late; so do we. */
  async #expire(): Promise<void> {
    const now = this.#cloud.clock.milliseconds();
    if (now - this.#expiredAt < EXPIRY_MILLISECONDS) return;
    this.#expiredAt = now;
    await this.#cloud.deleteExpired();
  }

  async #drain(): Promise<void> {
    this.#fire();
    for (let batch = 0; batch < MAXIMUM_BATCHES; batch += 1) {
      const delivered =
        (await this.#deliver("due", this.#functions.worker)) +
        (await this.#deliver(MAIL_EVENTS, this.#functions.mailEvents)) +
        (await this.#deliver("bulk", this.#functions.worker));
      if (delivered === 0) return;
    }
    throw new Error("The queues do not run dry: a message begets itself.");
  }

  #fire(): void {
    this.#cloud.schedules.fireDue(({ targetArn, input }) => {
      this.#cloud.queues.send(targetArn.split(":").at(-1) ?? "", input);
    });
  }

  async #deliver(queue: string, run: Functions["worker"]): Promise<number> {
    const received = this.#cloud.queues.receive(queue, BATCH);
    if (received.length === 0) return 0;
    const failed = new Set(
      await run(received.map(({ MessageId, Body }) => ({ messageId: MessageId, body: Body }))),
    );
    if (failed.size > 0) this.#uneasyUntil = this.#cloud.clock.milliseconds() + UNEASY_MILLISECONDS;
    for (const { MessageId, ReceiptHandle } of received) {
      if (!failed.has(MessageId)) this.#cloud.queues.delete(queue, ReceiptHandle);
    }
    return received.length;
  }
}
