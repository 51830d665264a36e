import type { Id } from "../ids.ts";
import type { Ports } from "../ports.ts";
import { emailKey, personOfSentinel } from "./items.ts";

/** Who in the directory has each of these e-mail addresses, whatever its case; in one round trip. */
export async function findByEmail(
  { table }: Pick<Ports, "table">,
  emails: readonly string[],
): Promise<(Id<"person"> | undefined)[]> {
  return (await table.getMany(emails.map(emailKey))).map(personOfSentinel);
}
