import { Invalid } from "../errors.ts";
import type { Id } from "../ids.ts";
import {
  type Format,
  type FormatDifferences,
  formatOf,
  groupSizeOf,
  type Programme,
  type Rules,
} from "../programme/index.ts";
import type { Member, Pairing } from "./schema.ts";

type Roles = Pick<Member, "participantId" | "teaches" | "learns">;

/** Whether some people can meet: one teaches and another learns. */
export const canMeet = (members: readonly Roles[]): boolean => teachingsIn(members).length > 0;

/** Who teaches whom: each who teaches with each other who learns. */
export const teachingsIn = (
  members: readonly Roles[],
): { readonly teacher: Id<"participant">; readonly learner: Id<"participant"> }[] =>
  members
    .filter(({ teaches }) => teaches)
    .flatMap(({ participantId: teacher }) =>
      members
        .filter(({ learns, participantId }) => learns && participantId !== teacher)
        .map(({ participantId: learner }) => ({ teacher, learner })),
    );

/** The members who have said yes, and are ready: who has not answered yet is expected nowhere. */
export const willing = (
  { members, accepted }: Pick<Pairing, "members" | "accepted">,
  isReady: (member: Member) => boolean = () => true,
): readonly Member[] =>
  members.filter((member) => accepted.includes(member.participantId) && isReady(member));

/** Whether enough members have said yes for them to meet; the others join them when they do. */
export const hasAgreed = (pairing: Pick<Pairing, "members" | "accepted">): boolean =>
  canMeet(willing(pairing));

/** Refuses what must not be, whoever asks: what stands between people is not for a pairing to know. */
export type JudgeTeachings = (
  programme: Programme,
  teachings: ReturnType<typeof teachingsIn>,
) => Promise<void>;

const isMentor = ({ teaches, learns }: Roles): boolean => teaches && !learns;
const isMentee = ({ teaches, learns }: Roles): boolean => !teaches && learns;

const gatherings: Readonly<
  Record<
    FormatDifferences["gathers"],
    { readonly asked: string; readonly fits: (members: readonly Roles[], largest: number) => boolean }
  >
> = {
  pair: {
    asked: "two different participants: one who teaches and one who learns",
    fits: (members) => members.length === 2 && members.some(isMentor) && members.some(isMentee),
  },
  group: {
    asked: "one who teaches and, as many as the programme's groups may have, others who learn",
    fits: (members, largest) =>
      members.filter(isMentor).length === 1 &&
      members.filter(isMentee).length === members.length - 1 &&
      members.length > 1 &&
      members.length <= largest + 1,
  },
  peers: {
    asked: "two different participants who both teach and learn",
    fits: (members) => members.length === 2 && members.every(({ teaches, learns }) => teaches && learns),
  },
};

/**
 * A format says who makes a pairing.
 *
 * @throws Invalid  these members do not
 */
export function requireGathering(
  members: readonly Roles[],
  programme: { readonly format: Format; readonly rules: Rules },
): void {
  const { asked, fits } = gatherings[formatOf(programme).gathers];
  if (fits(members, groupSizeOf(programme.rules).largest)) return;
  const issues = [{ path: ["members"], message: `Give ${asked}.` }];
  throw new Invalid(`That is no pairing in the format ${programme.format}.`, { issues });
}
