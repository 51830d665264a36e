import type { Effort } from "../mail.ts";
import type { Instrument } from "./schema.ts";

/** How much an instrument asks of whoever answers it. */
export function effortOf({ items }: Pick<Instrument, "items">): Effort {
  const questions = items.filter(({ kind }) => kind === "scale").length;
  return { questions, comments: items.length - questions };
}
