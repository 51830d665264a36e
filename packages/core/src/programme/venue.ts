import { z } from "zod";
import { Invalid } from "../errors.ts";
import { Line } from "../text.ts";
import { type Format, formats } from "./format.ts";

/** Only addresses that a browser may safely open stand in a mail or a page. */
const MeetingLink = z
  .url({ protocol: /^https$/, error: "Give an https:// address." })
  .max(2_000)
  .regex(/^[!#-;=?-~]+$/, "Give an address without spaces, quotation marks or angle brackets.")
  .refine((link) => new URL(link).username === "", "Give an address without a user name.")
  .describe("Where it is joined from afar");

/** Where people meet: one of two, never both. */
export const Venue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("place"), place: Line }),
  z.strictObject({ kind: z.literal("link"), link: MeetingLink }),
]);
export type Venue = z.infer<typeof Venue>;

/**
 * A format says whether people meet at a place or by a link.
 *
 * @throws Invalid  the venue is of the other kind
 */
export function requireVenue(venue: Venue, format: Format): void {
  const { meets } = formats[format];
  if (meets === "either" || meets === venue.kind) return;
  const issues = [{ path: ["venue"], message: `Give a ${meets}.` }];
  throw new Invalid(`A session of a programme in the format ${format} needs a ${meets}.`, { issues });
}

/** A venue that says no more than its kind; RFC 2606 keeps `.invalid` from ever being somewhere. */
export const withoutWords = ({ kind }: Venue): Venue =>
  kind === "place" ? { kind, place: "–" } : { kind, link: "https://erased.invalid/" };
