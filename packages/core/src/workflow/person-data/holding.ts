import type { Context } from "../../context.ts";
import type { Asker } from "./schema.ts";
import type { Traces } from "./traces.ts";

/** One kind of thing that is stored about people: how it is told to them, and how it is erased. */
export interface Holding<T> {
  readonly read: (ctx: Context, traces: Traces, asker: Asker) => Promise<T>;
  /**
   * Deletes what is hers or takes her out of it; again changes nothing. `ids alone` says that nothing in it tells
   * who she was once her id leads to a tombstone, and `with the person` that the last step takes it along.
   */
  readonly erase: ((ctx: Context, traces: Traces) => Promise<void>) | "ids alone" | "with the person";
}
