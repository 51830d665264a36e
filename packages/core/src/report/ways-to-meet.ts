import { z } from "zod";
import { formatOf, inPersonShareOf, type Programme } from "../programme/index.ts";
import type { ReadSession } from "./pairing-health.ts";

/** How those sessions were held that took place, where a format knows more than one way. */
export const WaysToMeet = z.object({
  places: z
    .object({
      n: z.number().int().describe("Sessions held"),
      inPerson: z.number().int(),
      byLink: z.number().int(),
      plannedShare: z.number().int().describe("Of a hundred sessions so many were to be in person"),
      actualShare: z
        .number()
        .nullable()
        .describe("Of a hundred held ones so many were; null while there are none"),
    })
    .optional()
    .describe("In blended only"),
  gatherings: z
    .object({
      group: z.number().int().describe("Held with more than two"),
      individual: z.number().int().describe("Held by two alone"),
    })
    .optional()
    .describe("In group and mixed only"),
});
export type WaysToMeet = z.infer<typeof WaysToMeet>;

/** Counts what was held by where it was and how many were expected. */
export function waysToMeetOf(
  programme: Pick<Programme, "format" | "rules">,
  sessions: readonly ReadSession[],
): WaysToMeet {
  const { meets, gathers } = formatOf(programme);
  const held = sessions.filter(({ state }) => state === "held");
  const inPerson = held.filter(({ venue }) => venue.kind === "place").length;
  const isGroup = ({ attendees }: ReadSession): boolean =>
    attendees.filter(({ state }) => state !== "cannot").length > 2;
  const group = held.filter(isGroup).length;
  return {
    ...(meets === "both" && {
      places: {
        n: held.length,
        inPerson,
        byLink: held.length - inPerson,
        plannedShare: inPersonShareOf(programme.rules),
        actualShare: held.length === 0 ? null : Math.round((1_000 * inPerson) / held.length) / 10,
      },
    }),
    ...(gathers === "group" && { gatherings: { group, individual: held.length - group } }),
  };
}
