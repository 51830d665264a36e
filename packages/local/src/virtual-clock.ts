import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "@viceversa/core/ports.ts";
import { fromEpoch } from "@viceversa/core/time.ts";

/**
 * The business's clock, which the time machine moves. It stands still between moves and never goes back;
 * it is kept with the data, so that a restart goes on where it was.
 */
export class VirtualClock implements Clock {
  readonly #store: DatabaseSync;
  /** The store belongs to one process: it is read once. */
  #now: number;

  /** @param start  milliseconds since 1970, used when the store has no time yet */
  constructor(store: DatabaseSync, start: number) {
    this.#store = store;
    store.exec(
      "CREATE TABLE IF NOT EXISTS clock (one INTEGER PRIMARY KEY CHECK (one = 1), now INTEGER NOT NULL)",
    );
    store.prepare("INSERT INTO clock VALUES (1, ?) ON CONFLICT DO NOTHING").run(start);
    this.#now = Number(store.prepare("SELECT now FROM clock").get()?.["now"]);
  }

  now() {
    return fromEpoch(this.milliseconds());
  }

  milliseconds(): number {
    return this.#now;
  }

  moveTo(milliseconds: number): void {
    if (milliseconds <= this.#now) return;
    this.#store.prepare("UPDATE clock SET now = ?").run(milliseconds);
    this.#now = milliseconds;
  }
}
