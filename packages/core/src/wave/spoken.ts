import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Invalid } from "../errors.ts";
import { type Instrument, wholeLanguagesOf } from "../instrument/index.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import { hasLeft, Participant, participantsOf, roleOf } from "../participant/index.ts";
import { Person, personKey } from "../person/index.ts";
import { sidesOf } from "../programme/index.ts";
import type { Locale } from "../text.ts";
import type { WaveInput } from "./schema.ts";

/**
 * Refuses an instrument that is not whole in a language that somebody of a wave's audience reads. It reads the
 * programme's participants and their entries in the directory: a manager asks this once for each wave.
 *
 * @throws Invalid  it names the instrument, the language and how many read it
 */
export async function requireSpoken(
  ctx: Context,
  { programmeId, roles }: Pick<WaveInput, "programmeId" | "roles">,
  instrument: Instrument,
): Promise<void> {
  const spoken = wholeLanguagesOf(instrument);
  const items = await everyItem(ctx, { index: "byProgramme", partition: participantsOf(programmeId) });
  const audience = items
    .map((item) => Participant.parse(item))
    .filter((one) => !hasLeft(one) && sidesOf(roleOf(one)).some((side) => roles.includes(side)));
  const [own, ...people] = await ctx.table.getMany([
    entityKey(ORGANISATION),
    ...audience.map(({ personId }) => personKey(personId)),
  ]);
  const usual = own && Organisation.parse(own).locale;
  const readers = people.flatMap((item): Locale[] => {
    const locale = (item && Person.parse(item).locale) ?? usual;
    return item && locale ? [locale] : [];
  });
  const missing = [...new Set(readers)].filter((locale) => !spoken.includes(locale));
  if (missing.length === 0) return;
  const issues = missing.map((locale) => {
    const count = readers.filter((other) => other === locale).length;
    const message = `${instrument.key} is not whole in ${locale}, which ${count} of those who are asked read. Publish a version that is, or ask with another.`;
    return { path: ["instrumentId"], message };
  });
  throw new Invalid("Not everybody who is asked could read this instrument.", { issues });
}
