import type { Context } from "../context.ts";
import type { PageKey } from "../table.ts";
import { PEOPLE_BY_UPDATE } from "./items.ts";
import { Person } from "./schema.ts";

const PAGE = 200;

/** The directory a page at a time, for what looks for somebody in it and stops once she is found. */
export async function* pagesOfPeople({ table }: Pick<Context, "table">): AsyncGenerator<Person[]> {
  let after: PageKey | undefined;
  do {
    const query = { index: "byUpdated", partition: PEOPLE_BY_UPDATE, limit: PAGE } as const;
    const page = await table.query({ ...query, ...(after && { after }) });
    yield page.items.map((item) => Person.parse(item));
    after = page.next;
  } while (after);
}
