import type { Competence } from "../competence/index.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import type { Member } from "../pairing/index.ts";
import { Participant, Profile, participantRef, profileKey } from "../participant/index.ts";
import { isErased, Person, personKey } from "../person/index.ts";

/** A member of a pairing as the others may know of her. */
export interface PairingMember {
  readonly participantId: Id<"participant">;
  readonly person: Person;
  /** Absent when somebody else has put her into the programme. */
  readonly profile: Profile | undefined;
}

/** The members of a pairing who are in the directory, with what they have said of themselves. */
export async function membersOf(
  ctx: Context,
  { members }: { readonly members: readonly Pick<Member, "participantId">[] },
): Promise<PairingMember[]> {
  const keys = members.map(({ participantId }) => entityKey(participantRef(participantId)));
  const found = await ctx.table.getMany(keys);
  const participants = found.flatMap((item) => (item ? [Participant.parse(item)] : []));
  const items = await ctx.table.getMany([
    ...participants.map(({ personId }) => personKey(personId)),
    ...participants.map(({ id }) => profileKey(id)),
  ]);
  return participants.flatMap(({ id }, at) => {
    const item = items[at];
    const person = item && Person.parse(item);
    const profile = items[participants.length + at];
    return person && !isErased(person)
      ? [{ participantId: id, person, profile: profile && Profile.parse(profile) }]
      : [];
  });
}

/** The others, for one of the members. */
export const othersOf = (
  members: readonly PairingMember[],
  own: Id<"participant">,
): readonly PairingMember[] => members.filter(({ participantId }) => participantId !== own);

/** What one offers and another wants, by the wishes' order; levels stay out of it. */
export function sharedTopics(members: readonly Pick<PairingMember, "profile">[]): Competence["id"][] {
  const offered = new Set(members.flatMap(({ profile }) => profile?.offers.map(idOfCompetence) ?? []));
  const wanted = new Set(members.flatMap(({ profile }) => profile?.wants.map(idOfCompetence) ?? []));
  return [...wanted].filter((id) => offered.has(id));
}

const idOfCompetence = ({ competenceId }: { readonly competenceId: Competence["id"] }) => competenceId;

/** The languages that all members can meet in: by their own word, or else by the directory's. */
export function sharedLanguages(
  members: readonly {
    readonly person: Pick<Person, "languages">;
    readonly profile: Pick<Profile, "languages"> | undefined;
  }[],
): string[] {
  const spoken = members.map(({ person, profile }) =>
    profile && profile.languages.length > 0 ? profile.languages : (person.languages ?? []),
  );
  const [first = [], ...others] = spoken;
  return first.filter((language) => others.every((languages) => languages.includes(language)));
}
