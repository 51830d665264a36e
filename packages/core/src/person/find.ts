import type { Id } from "../ids.ts";
import type { Ports } from "../ports.ts";
import { emailKey, externalIdKey, personOfSentinel } from "./items.ts";

/** The person who has an external id, or else an e-mail address; in one round trip. */
export async function findPerson(
  { table }: Pick<Ports, "table">,
  { externalId, email }: { externalId: string; email?: string },
): Promise<Id<"person"> | undefined> {
  const items = await table.getMany([externalIdKey(externalId), ...(email ? [emailKey(email)] : [])]);
  return personOfSentinel(items.find((item) => item !== undefined));
}
