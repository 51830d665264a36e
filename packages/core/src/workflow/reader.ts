import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import type { Reader, Sender } from "../mail.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { Participant, participantRef } from "../participant/index.ts";
import { isErased, type Mailbox, mailboxKey, Person, personKey } from "../person/index.ts";
import { absent, check, equal, type Write } from "../table.ts";

/** Who stands behind a page, and who reads it. */
export interface Readership {
  readonly sender: Sender;
  readonly reader: Reader;
}

/** The reader of a mailed link. */
export type LinkReader = { readonly personId: Id<"person"> } | { readonly participantId: Id<"participant"> };

/**
 * Who reads a page behind a mailed link, in which language and zone.
 *
 * @throws NotFound  she is not in the directory any more
 */
export async function readershipOf(ctx: Context, link: LinkReader): Promise<Readership> {
  const key = "personId" in link ? personKey(link.personId) : entityKey(participantRef(link.participantId));
  const [organisationItem, found] = await ctx.table.getMany([entityKey(ORGANISATION), key]);
  const isParticipant = "participantId" in link && found !== undefined;
  const personItem = isParticipant
    ? await ctx.table.get(personKey(Participant.parse(found).personId))
    : found;
  if (!organisationItem || !personItem) throw new NotFound("This link leads nowhere.");
  const person = Person.parse(personItem);
  if (isErased(person)) throw new NotFound("This link leads nowhere.");
  return readership(Organisation.parse(organisationItem), person);
}

/** Checks that a reader and her mailbox stand as they were read: no claim succeeds once she has left or stopped mails. */
export const readerUnchanged = ({
  person,
  mailbox,
}: {
  readonly person: Person;
  readonly mailbox: Mailbox | undefined;
}): Write[] => [
  check(personKey(person.id), equal("version", person.version)),
  check(mailboxKey(person.email), mailbox ? equal("version", mailbox.version) : absent),
];

/** The organisation as whoever reads a mail or a page sees it. */
export const senderOf = ({
  name: organisation,
  brandColour,
  contact,
  locale,
  zone,
  privacyUrl,
}: Organisation): Sender => ({
  organisation,
  brandColour,
  contact,
  locale,
  zone,
  ...(privacyUrl && { privacyUrl }),
});

/** The organisation as the sender, and a person as she reads: her own language and zone, or else its. */
export const readership = (
  organisation: Organisation,
  { name, givenName, email, locale, zone }: Person,
): Readership => ({
  sender: senderOf(organisation),
  reader: {
    name,
    ...(givenName && { givenName }),
    email,
    locale: locale ?? organisation.locale,
    zone: zone ?? organisation.zone,
  },
});
