import { z } from "zod";
import { type Id, idOf } from "../ids.ts";
import type { Item } from "../table.ts";

/** Who has had a hand in a text that several may write: stored beside it, so that it can be erased; in no view. */
const Writers = z.object({ writers: z.array(idOf("participant")).default([]) });

export const writersOf = (stored: Item | undefined): readonly Id<"participant">[] =>
  Writers.parse(stored ?? {}).writers;

/** The part of an item that names its writers, once one more has written it. */
export const writtenBy = (
  stored: Item | undefined,
  writer: Id<"participant">,
): { writers: Id<"participant">[] } => ({ writers: [...new Set([...writersOf(stored), writer])] });
