import { mintCapability } from "../capability/index.ts";
import type { Context } from "../context.ts";
import type { Wanted } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import type { LinkToken } from "../mail.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { Mailbox, mailboxKey, Person, personKey } from "../person/index.ts";
import {
  digestsFor,
  isCurrent,
  Management,
  manageLinkId,
  manageLinkOf,
  managementRef,
  Programme,
  previewsFor,
  programmeRef,
} from "../programme/index.ts";
import { type Readership, readership } from "./reader.ts";

/** A manager's running of a programme with all that a mail or a page for her reads. */
export interface ManagementRead {
  readonly management: Management;
  readonly programme: Programme;
  readonly person: Person;
  readonly organisation: Organisation;
  readonly mailbox: Mailbox | undefined;
}

/** Reads it whole; `undefined` once she manages the programme no more, or is not active in the directory. */
export async function readManagement(
  ctx: Context,
  id: Id<"management">,
): Promise<ManagementRead | undefined> {
  const item = await ctx.table.get(entityKey(managementRef(id)));
  if (!item) return undefined;
  const management = Management.parse(item);
  const [programmeItem, personItem, organisationItem] = await ctx.table.getMany([
    entityKey(programmeRef(management.programmeId)),
    personKey(management.personId),
    entityKey(ORGANISATION),
  ]);
  if (!programmeItem || !personItem || !organisationItem) return undefined;
  const programme = Programme.parse(programmeItem);
  const person = Person.parse(personItem);
  if (person.state !== "active" || !programme.managers.includes(person.id)) return undefined;
  const mailbox = await ctx.table.get(mailboxKey(person.email));
  const organisation = Organisation.parse(organisationItem);
  return { management, programme, person, organisation, mailbox: mailbox && Mailbox.parse(mailbox) };
}

/** What is mailed to a manager because she is one. */
export async function worksFor(ctx: Context, { id }: Management): Promise<Wanted[]> {
  const read = await readManagement(ctx, id);
  if (!read) return [];
  const { management, programme, person, organisation } = read;
  const when = { zone: person.zone ?? organisation.zone, now: ctx.clock.now() };
  return [...digestsFor(management, programme, when), ...previewsFor(management, when.now)];
}

/** Her pages about a programme; holds for fourteen days. */
export const manageLink = (ctx: Context, { id }: Pick<Management, "id">): Promise<LinkToken> =>
  mintCapability(ctx, { purpose: "manage", id: manageLinkId(id, ctx.clock.now()), generation: 1 });

/** What a manager's link leads to: a programme of hers, unless the link has run out. */
export interface OpenedManagement {
  readonly readership: Readership;
  readonly programme: Programme;
  readonly hasExpired: boolean;
}

/**
 * Opens a programme for whom a manager's link was mailed to; changes nothing.
 *
 * @throws NotFound  she does not manage it any more
 */
export async function openManagement(ctx: Context, linkId: string): Promise<OpenedManagement> {
  const link = manageLinkOf(linkId);
  const read = await readManagement(ctx, link.managementId);
  if (!read) throw new NotFound("This link leads nowhere.");
  const { programme, organisation, person } = read;
  const hasExpired = !isCurrent(link, ctx.clock.now());
  return { readership: readership(organisation, person), programme, hasExpired };
}
