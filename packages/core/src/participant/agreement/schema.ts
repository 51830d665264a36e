import { z } from "zod";
import { LocalSentence, LocalText } from "../../text.ts";

/** What participants agree to, as they read it. A version that somebody has signed never changes. */
export const Agreement = z
  .object({
    version: z.number().int(),
    briefing: LocalText.describe("What the programme expects and offers, read before signing"),
    promises: z.array(LocalSentence).describe("What is signed"),
  })
  .meta({ id: "Agreement" });
export type Agreement = z.infer<typeof Agreement>;
