import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { mayBeMailed } from "../person/index.ts";
import { managementRef, meetingPhases } from "../programme/index.ts";
import { check, equal, type Write } from "../table.ts";
import { textIn } from "../text.ts";
import { dateOf, mondayOf, weekOf } from "../time.ts";
import { heldBack } from "./held-back.ts";
import { type ManagementRead, manageLink, readManagement } from "./management.ts";
import { overviewOf } from "./programme-overview.ts";
import { readership, readerUnchanged } from "./reader.ts";
import { unsubscribeLink } from "./session-links.ts";
import type { Verdict } from "./verdict.ts";

/** What a mail shows; her page shows all. */
const SHOWN_ALERTS = 10;

/** A week's digest is wanted while she manages the programme, in that week, unless it is paused. */
export async function decideManagementDigest(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readManagement(ctx, due.entity.id as Id<"management">);
  const wanted =
    read &&
    mayBeMailed(read.mailbox, "management") &&
    meetingPhases.includes(read.programme.phase) &&
    !read.programme.paused;
  if (!wanted) return { verdict: "unwanted" };
  const { management, programme, person, organisation } = read;
  const readers = readership(organisation, person);
  const { zone, locale } = readers.reader;
  const monday = mondayOf(dateOf(ctx.clock.now(), zone));
  if (weekOf(monday) !== due.identity["week"]) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const { figures, outlook, alerts } = await overviewOf(ctx, programme.id);
  const outgoing = Map.groupBy(outlook.mails, ({ kind }) => kind);
  return {
    verdict: "send",
    mail: {
      kind: "management.digest",
      ...readers,
      programme: programme.name,
      monday,
      figures,
      alerts: {
        count: Object.values(alerts.counts).reduce((sum, count) => sum + count, 0),
        sentences: alerts.items.slice(0, SHOWN_ALERTS).map(({ sentence }) => textIn(sentence, locale)),
      },
      outgoing: [...outgoing].map(([kind, mails]) => ({ kind, count: mails.length })),
      open: await manageLink(ctx, management),
      unsubscribe: await unsubscribeLink(ctx, { person }, "management"),
    },
    unchanged: managementUnchanged(read),
    recipient: read,
  };
}

/** Checks that every unshared item stands as it was read. */
export const managementUnchanged = ({ management, ...reader }: ManagementRead): Write[] => [
  check(entityKey(managementRef(management.id)), equal("version", management.version)),
  ...readerUnchanged(reader),
];
