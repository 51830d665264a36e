import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { all, equal, oneOf, update, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { canMeet, hasAgreed } from "./gathering.ts";
import { pairingRef } from "./items.ts";
import { openStates } from "./lifecycle.ts";
import { leavingPlaces } from "./places.ts";
import { MAXIMUM_FORMER_MEMBERS, type Pairing } from "./schema.ts";

/** Why somebody has left a group that goes on. */
export type Leaving = NonNullable<Pairing["formerMembers"]>[number]["left"];

/** Whether the others go on without one of them: a mentor and one who learns are left. */
export const goesOnWithout = ({ members }: Pick<Pairing, "members">, id: Id<"participant">): boolean =>
  canMeet(members.filter(({ participantId }) => participantId !== id));

/**
 * The writes by which one member leaves those who go on meeting: her place and theirs beside her are free again.
 * The first of them is the pairing's own, refused when somebody has changed it meanwhile.
 */
export function leavingWrites(
  pairing: Pairing,
  { participantId, left }: { participantId: Id<"participant">; left: Leaving },
  now: Instant,
): Write[] {
  const isOther = (member: Pairing["members"][number]): boolean => member.participantId !== participantId;
  const members = pairing.members.filter(isOther);
  const accepted = pairing.accepted.filter((id) => id !== participantId);
  const gone = pairing.members
    .filter((member) => !isOther(member))
    .map(({ teaches, learns }) => ({ participantId, teaches, learns, left, leftAt: now }));
  const goals = pairing.goals?.filter(
    ({ teacherId, learnerId }) => teacherId !== participantId && learnerId !== participantId,
  );
  const isAgreed = pairing.state === "proposed" && hasAgreed({ members, accepted });
  return [
    update(
      entityKey(pairingRef(pairing.id)),
      {
        set: {
          members,
          accepted,
          formerMembers: [...(pairing.formerMembers ?? []), ...gone].slice(-MAXIMUM_FORMER_MEMBERS),
          ...(goals && { goals }),
          ...(isAgreed && { state: "accepted" }),
          updatedAt: now,
        },
        add: { version: 1 },
      },
      all(oneOf("state", openStates), equal("version", pairing.version)),
    ),
    ...leavingPlaces(pairing, participantId, now),
  ];
}
