import { reconcile } from "@viceversa/core/due/index.ts";
import { deriveId } from "@viceversa/core/ids.ts";
import { remindersFor, sessionRef } from "@viceversa/core/session/index.ts";
import { Instant, LocalTime, startOf, Zone } from "@viceversa/core/time.ts";
import { describe, expect, it } from "vitest";

const zone = Zone.parse("Europe/Rome");
const rules = { reminderLeadMinutes: 1_440 };
const session = (time = "2026-10-26T10:00", more: object = {}) => {
  const localStart = LocalTime.parse(time);
  return {
    state: "planned" as const,
    attendees: [
      { participantId: deriveId("participant", "zoe"), state: "expected" as const },
      { participantId: deriveId("participant", "bruno"), state: "expected" as const },
    ],
    localStart,
    zone,
    start: startOf(localStart, zone),
    scheduledAt: Instant.parse("2026-10-01T09:00:00Z"),
    ...more,
  };
};

describe("a session's reminders", () => {
  it("come the day before at the same wall time, once for each attendee, also over the change of the clocks", () => {
    expect(remindersFor(session(), rules).map(({ dueAt }) => dueAt)).toEqual([
      "2026-10-25T09:00:00.000Z",
      "2026-10-25T09:00:00.000Z",
    ]);
  });

  it.each(["cancelled", "held", "missed"])("are none when it is %s", (state) => {
    expect(remindersFor(session(undefined, { state }), rules)).toEqual([]);
  });

  it("are for the others when one attendee cannot", () => {
    const [zoe, bruno] = session().attendees;
    const attendees = [{ ...zoe, state: "cannot" }, bruno];
    const wanted = remindersFor(session(undefined, { attendees }), rules);
    expect(wanted.map(({ identity }) => identity["participantId"])).toEqual([bruno?.participantId]);
  });

  it("are none when it is fixed at shorter notice than the lead, and stay wanted once they are due", () => {
    expect(
      remindersFor(session(undefined, { scheduledAt: Instant.parse("2026-10-25T12:00:00Z") }), rules),
    ).toEqual([]);
    expect(
      remindersFor(session(undefined, { scheduledAt: Instant.parse("2026-10-25T08:00:00Z") }), rules),
    ).toHaveLength(2);
  });

  it("of a session that moves there and back are the ones that it had first", () => {
    const ref = sessionRef(deriveId("session", 1));
    const first = reconcile(ref, [], remindersFor(session(), rules)).map(({ due }) => due);
    const moved = reconcile(ref, first, remindersFor(session("2026-10-28T10:00"), rules)).map(
      ({ due }) => due,
    );
    const back = reconcile(ref, moved, remindersFor(session(), rules));
    expect(back.filter(({ step }) => step === "revive").map(({ due }) => due.id)).toEqual(
      first.map(({ id }) => id),
    );
    expect(back.filter(({ step }) => step === "supersede")).toHaveLength(2);
  });
});
