import { z } from "zod";
import { type Id, idOf } from "../ids.ts";
import { dateOf, dayLater, type Instant, LocalDate, Zone } from "../time.ts";

/** Two digests: whoever is away for a week still gets in by the last one. */
const VALID_DAYS = 14;
const UTC = Zone.parse("UTC");

const ManageLink = z.object({ managementId: idOf("management"), issuedOn: LocalDate });
export type ManageLink = z.infer<typeof ManageLink>;

/**
 * What a manager's link opens: her running of a programme, and the day (UTC) on which the link was made. The day is
 * part of what is signed, so that its end can be derived and nobody can put it off; that she has ceased to be a
 * manager, or is gone, makes it void before.
 */
export const manageLinkId = (managementId: Id<"management">, now: Instant): string =>
  `${managementId}~${dateOf(now, UTC)}`;

export function manageLinkOf(id: string): ManageLink {
  const [managementId, issuedOn] = id.split("~");
  return ManageLink.parse({ managementId, issuedOn });
}

/** Whether a link still holds. It does to the end of its fourteenth day. */
export const isCurrent = ({ issuedOn }: ManageLink, now: Instant): boolean =>
  dateOf(now, UTC) <= dayLater(issuedOn, VALID_DAYS);
