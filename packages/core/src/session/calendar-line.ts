import { z } from "zod";
import { partitionOf } from "../entity.ts";
import { type Id, idOf } from "../ids.ts";
import { all, any, below, equal, type Key, missing, update, type Write } from "../table.ts";
import { sessionRef } from "./items.ts";

/**
 * What an attendee's calendar may hold of a session, so that calendar messages are serial: one in flight at a
 * time, and a SEQUENCE that only rises. `pk = session#<id>`, `sk = CALENDAR#<participant>`.
 */
export const CalendarLine = z.object({
  /** The message that is being sent. */
  inFlight: idOf("due").optional(),
  /** The highest sequence that may have arrived. */
  heldSequence: z.number().int().optional(),
});
export type CalendarLine = z.infer<typeof CalendarLine>;

/** One calendar message: for whom, about which sequence, and its due work. */
export interface CalendarMessage {
  readonly sessionId: Id<"session">;
  readonly participantId: Id<"participant">;
  readonly sequence: number;
  readonly due: Id<"due">;
}

type Place = Pick<CalendarMessage, "sessionId" | "participantId">;

export const calendarLineKey = ({ sessionId, participantId }: Place): Key => ({
  pk: partitionOf(sessionRef(sessionId)),
  sk: `CALENDAR#${participantId}`,
});

/** Whether a message must wait for the one that is in flight. */
export const mustWait = (line: CalendarLine | undefined, due: Id<"due">): boolean =>
  line?.inFlight !== undefined && line.inFlight !== due;

/** Whether an attendee may hold the session in her calendar; to all others a cancellation says nothing. */
export const mayHold = (line: CalendarLine | undefined): boolean =>
  line?.heldSequence !== undefined || line?.inFlight !== undefined;

/** Takes the line for a message, together with its claim. */
export const takeLine = (message: CalendarMessage): Write =>
  update(
    calendarLineKey(message),
    { set: { inFlight: message.due, schemaVersion: 1 } },
    all(
      any(missing("inFlight"), equal("inFlight", message.due)),
      any(missing("heldSequence"), below("heldSequence", message.sequence)),
    ),
  );

/** Gives the line back when it is certain that the message did not go. */
export const freeLine = (message: CalendarMessage): Write =>
  update(calendarLineKey(message), { remove: ["inFlight"] }, equal("inFlight", message.due));

/** Gives the line back when the message went, or may have gone. */
export const holdLine = (message: CalendarMessage): Write =>
  update(
    calendarLineKey(message),
    { set: { heldSequence: message.sequence }, remove: ["inFlight"] },
    equal("inFlight", message.due),
  );
