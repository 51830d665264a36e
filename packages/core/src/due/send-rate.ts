import type { Context } from "../context.ts";
import type { QueueName } from "../ports.ts";
import { all, any, below, equal, type Key, missing, update } from "../table.ts";
import { epochOf } from "../time.ts";

/** The one item that all workers write to, a few times a second; each write takes a block of sends. */
const rateKey: Key = { pk: "rate#mail", sk: "ENTITY" };

/** How many writes a second the rate item bears while everybody sends. */
const BLOCKS_PER_SECOND = 4;
/** What `bulk` may take of the rate; the rest stays free for what has an hour. */
const BULK_SHARE = 0.8;
const RESERVED_SECOND = 5;

/** A worker's own share of the account's SES rate, leased in blocks, so that all workers together keep to it. */
export class SendRate {
  readonly #perSecond: number;
  #second = 0;
  readonly #left: Record<QueueName, number> = { due: 0, bulk: 0 };

  /** @param perSecond  mails a second that SES takes from this account */
  constructor(perSecond: number) {
    this.#perSecond = Math.max(1, Math.floor(perSecond));
  }

  /** Whether one more mail may go in this second. */
  async take(ctx: Pick<Context, "table" | "clock">, queue: QueueName): Promise<boolean> {
    const second = Math.floor(epochOf(ctx.clock.now()) / 1_000);
    if (second !== this.#second) {
      this.#second = second;
      this.#left.due = 0;
      this.#left.bulk = 0;
    }
    if (this.#left[queue] === 0) this.#left[queue] = await this.#lease(ctx, queue, second);
    if (this.#left[queue] === 0) return false;
    this.#left[queue] -= 1;
    return true;
  }

  /** Of a rate too small to be shared within a second, `bulk` leaves every fifth second free. */
  #bulkLimit(second: number): number {
    const share = Math.floor(this.#perSecond * BULK_SHARE);
    if (share < this.#perSecond && share > 0) return share;
    return second % RESERVED_SECOND === 0 ? 0 : this.#perSecond;
  }

  async #lease({ table }: Pick<Context, "table">, queue: QueueName, second: number): Promise<number> {
    const limit = queue === "due" ? this.#perSecond : this.#bulkLimit(second);
    if (limit === 0) return 0;
    const block = Math.min(limit, Math.ceil(this.#perSecond / BLOCKS_PER_SECOND));
    const more = update(
      rateKey,
      { add: { granted: block } },
      all(equal("second", second), below("granted", limit - block + 1)),
    );
    if ((await table.write(more)).committed) return block;
    const anew = update(
      rateKey,
      { set: { second, granted: block, schemaVersion: 1 } },
      any(missing("second"), below("second", second)),
    );
    return (await table.write(anew)).committed ? block : 0;
  }
}
