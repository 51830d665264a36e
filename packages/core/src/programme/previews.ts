import type { Wanted } from "../due/index.ts";
import { LimitReached } from "../errors.ts";
import type { Id } from "../ids.ts";
import { type Instant, plus } from "../time.ts";
import type { Management } from "./management.ts";

export const MANAGEMENT_PREVIEW = "management.preview";

/** Enough to look at each kind of mail in both languages; more is no looking any more. */
const PREVIEWS_A_DAY = 20;
/** Whoever has asked for it waits for it now. */
const USEFUL_MINUTES = 60;

const recentIn = ({ previews }: Management, now: Instant): Management["previews"] =>
  previews.filter(({ askedAt }) => askedAt > plus(now, { hours: -24 }));

/** How many previews a manager may still ask for in a programme, of those of a day. */
export const previewsLeft = (management: Management, now: Instant): number =>
  PREVIEWS_A_DAY - recentIn(management, now).length;

/**
 * A manager's running of a programme after she has asked to see one more mail.
 *
 * @throws LimitReached  she has asked for as many as a day has
 */
export function askedForPreview(management: Management, dueId: Id<"due">, now: Instant): Management {
  if (previewsLeft(management, now) <= 0) {
    const data = { limit: PREVIEWS_A_DAY };
    throw new LimitReached(
      `You can have ${PREVIEWS_A_DAY} previews a day of a programme. Try tomorrow.`,
      data,
    );
  }
  const ordinal = management.previewCount + 1;
  return {
    ...management,
    previews: [...recentIn(management, now), { ordinal, dueId, askedAt: now }],
    previewCount: ordinal,
    version: management.version + 1,
    updatedAt: now,
  };
}

/** The mails that show what somebody else gets. */
export const previewsFor = ({ previews }: Management, now: Instant): Wanted[] =>
  previews
    .map(({ ordinal, askedAt }) => ({
      work: "mail" as const,
      kind: MANAGEMENT_PREVIEW,
      identity: { ordinal },
      dueAt: askedAt,
      expiresAt: plus(askedAt, { minutes: USEFUL_MINUTES }),
    }))
    .filter(({ expiresAt }) => expiresAt > now);
