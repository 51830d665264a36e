import type { Context } from "../context.ts";
import { DUE_PREFIX, type DueMail, dueWorkOf } from "../due/index.ts";
import { partitionOf } from "../entity.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
import {
  type CalendarMessage,
  freeLine,
  holdLine,
  SESSION_CANCELLATION,
  SESSION_INVITATION,
  SESSION_MOVE,
} from "../session/index.ts";
import type { Write } from "../table.ts";

/**
 * What hangs together with a message once its fate is known. It stands apart from what a message says, so that
 * whoever records SES's events can make no link and holds no key.
 */
export interface Aftermath {
  /** What ends together with a message that went or may have gone. */
  readonly gone: (due: DueMail) => Write[];
  /** What is free again together with a message that certainly did not go. */
  readonly notGone: (due: DueMail) => Write[];
  readonly afterwards: (ctx: Pick<Context, "table" | "queue" | "clock">, due: DueMail) => Promise<void>;
}

/** Calendar messages to one attendee are serial: a cancellation must not overtake its request. */
const serialKinds = [SESSION_INVITATION, SESSION_MOVE, SESSION_CANCELLATION];

const alone: Aftermath = { gone: () => [], notGone: () => [], afterwards: async () => {} };

const serial: Aftermath = {
  gone: (due) => [holdLine(calendarMessageOf(due))],
  notGone: (due) => [freeLine(calendarMessageOf(due))],
  afterwards: callNext,
};

export const aftermathOf = (kind: string): Aftermath => (serialKinds.includes(kind) ? serial : alone);

/** The message as the calendar line knows it. */
export const calendarMessageOf = ({ entity, identity, id }: DueMail): CalendarMessage => ({
  sessionId: entity.id as Id<"session">,
  participantId: identity["participantId"] as Id<"participant">,
  sequence: Number(identity["sequence"]),
  due: id,
});

/** Calls the messages that waited for this one. */
async function callNext(
  { table, queue, clock }: Pick<Context, "table" | "queue" | "clock">,
  settled: DueMail,
): Promise<void> {
  const partition = partitionOf(settled.entity);
  const items = await everyItem({ table }, { partition, sort: { beginsWith: DUE_PREFIX } });
  const now = clock.now();
  const waiting = items
    .map(dueWorkOf)
    .filter(
      ({ kind, state, identity, dueAt }) =>
        serialKinds.includes(kind) &&
        state === "planned" &&
        dueAt <= now &&
        identity["participantId"] === settled.identity["participantId"],
    );
  for (const { entity, id } of waiting) await queue.send("due", { message: "send", entity, id });
}
