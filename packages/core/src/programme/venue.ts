import { z } from "zod";
import { Invalid } from "../errors.ts";
import { Line, WebAddress } from "../text.ts";
import { type Format, formatOf } from "./format.ts";

/** Where people meet: one of two, never both. In formats that meet here and there each session has its own. */
export const Place = z.strictObject({ kind: z.literal("place"), place: Line });
export const Venue = z.discriminatedUnion("kind", [
  Place,
  z.strictObject({ kind: z.literal("link"), link: WebAddress.describe("Where it is joined from afar") }),
]);
export type Venue = z.infer<typeof Venue>;

/**
 * A format says whether a session is at a place or by a link.
 *
 * @throws Invalid  the venue is of the other kind
 */
export function requireVenue(venue: Venue, format: Format): void {
  const { meets } = formatOf({ format });
  if (meets === "either" || meets === "both" || meets === venue.kind) return;
  const issues = [{ path: ["venue"], message: `Give a ${meets}.` }];
  throw new Invalid(`A session of a programme in the format ${format} needs a ${meets}.`, { issues });
}

/** Where a pairing's sessions are: where people meet here and there it is a link, and a place beside it. */
export interface Venues {
  readonly venue: Venue;
  readonly inPersonVenue?: z.infer<typeof Place> | undefined;
}

/**
 * Whether a format's sessions can be held at these venues.
 *
 * @throws Invalid  one is missing, or of the other kind
 */
export function requireVenues({ venue, inPersonVenue }: Venues, format: Format): void {
  requireVenue(venue, format);
  const meetsBoth = formatOf({ format }).meets === "both";
  if (meetsBoth && venue.kind !== "link") {
    const issues = [{ path: ["venue"], message: "Give a link here, and the place as inPersonVenue." }];
    throw new Invalid(`In the format ${format} sessions are by link and in person.`, { issues });
  }
  if (meetsBoth === (inPersonVenue !== undefined)) return;
  const message = meetsBoth ? "Give a place for the sessions in person." : "Leave it out.";
  const issues = [{ path: ["inPersonVenue"], message }];
  throw new Invalid(`That does not fit the format ${format}.`, { issues });
}

/** A venue that says no more than its kind; RFC 2606 keeps `.invalid` from ever being somewhere. */
export const withoutWords = ({ kind }: Venue): Venue =>
  kind === "place" ? { kind, place: "–" } : { kind, link: "https://erased.invalid/" };
