import type { Context } from "../../context.ts";
import { getOrganisation } from "../../organisation/index.ts";
import { everyItem } from "../../page.ts";
import { capacitiesOf, participantsOf, requireEnrolment, requireRole } from "../../participant/index.ts";
import { type Person, pagesOfPeople } from "../../person/index.ts";
import { getProgramme, isEligible, sidesOf } from "../../programme/index.ts";
import type { InvitationRound } from "./schema.ts";

export interface Fitting {
  /** By name. */
  readonly people: readonly Person[];
  readonly alreadyIn: number;
}

/**
 * Finds whom a round of invitations means now: who fits its criteria and the programme's own eligibility, and
 * is not in the programme yet.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Invalid  its format knows no such role
 * @throws Conflict  the programme takes nobody now
 */
export async function fittingPeople(
  ctx: Context,
  { programmeId, role, criteria: { people: listed, ...criteria } }: InvitationRound,
): Promise<Fitting> {
  const programme = await getProgramme(ctx, programmeId);
  requireEnrolment(programme, ctx.clock.now());
  requireRole(programme, capacitiesOf(role, 1));
  const [{ generations }, participants] = await Promise.all([
    getOrganisation(ctx),
    everyItem(ctx, { index: "byProgramme", partition: participantsOf(programmeId) }),
  ]);
  const inIt = new Set(participants.map((item) => item["personId"]));
  const onList = listed && new Set<string>(listed);
  const fits = (person: Person) =>
    person.state === "active" &&
    (!onList || onList.has(person.id)) &&
    isEligible(person, criteria, generations) &&
    sidesOf(role).every((side) => isEligible(person, programme.eligibility[side], generations));
  const fitting: Person[] = [];
  for await (const page of pagesOfPeople(ctx)) fitting.push(...page.filter(fits));
  const people = fitting.filter(({ id }) => !inIt.has(id));
  return {
    people: people.sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1)),
    alreadyIn: fitting.length - people.length,
  };
}
