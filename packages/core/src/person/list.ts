import type { z } from "zod";
import type { Context } from "../context.ts";
import { type List, listPage, PageRequest } from "../page.ts";
import { Line } from "../text.ts";
import { Instant } from "../time.ts";
import { PEOPLE_BY_UPDATE } from "./items.ts";
import { Person } from "./schema.ts";

export const PeopleRequest = PageRequest.extend({
  updatedSince: Instant.optional().describe("Only who was changed at or after this instant"),
  state: Person.shape.state.optional(),
  site: Line.optional(),
  department: Line.optional(),
});
export type PeopleRequest = z.infer<typeof PeopleRequest>;

/** The directory, in the order of change, so that a client can follow it. */
export function listPeople(ctx: Context, request: PeopleRequest): Promise<List<Person>> {
  const { updatedSince, state, site, department } = request;
  return listPage(
    ctx,
    {
      index: "byUpdated",
      partition: PEOPLE_BY_UPDATE,
      ...(updatedSince && { sort: { from: updatedSince } }),
    },
    request,
    (item) => {
      if (state !== undefined && item["state"] !== state) return undefined;
      if (site !== undefined && item["site"] !== site) return undefined;
      if (department !== undefined && item["department"] !== department) return undefined;
      return Person.parse(item);
    },
  );
}
