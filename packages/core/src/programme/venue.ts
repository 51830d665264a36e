import { z } from "zod";
import { Invalid } from "../errors.ts";
import { Line, WebAddress } from "../text.ts";
import { type Format, formats } from "./format.ts";

/** Where people meet: one of two, never both. */
export const Venue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("place"), place: Line }),
  z.strictObject({ kind: z.literal("link"), link: WebAddress.describe("Where it is joined from afar") }),
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
