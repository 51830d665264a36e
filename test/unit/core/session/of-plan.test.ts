import { deriveId } from "@viceversa/core/ids.ts";
import { Pairing } from "@viceversa/core/pairing/index.ts";
import { usualRules } from "@viceversa/core/programme/index.ts";
import { sessionsOfRound } from "@viceversa/core/session/index.ts";
import { Instant, LocalTime } from "@viceversa/core/time.ts";
import { expect, it } from "vitest";

const people = Array.from({ length: 7 }, (_, at) => ({
  participantId: deriveId("participant", String(at)),
  teaches: at === 0,
  learns: at > 0,
}));
const now = Instant.parse("2027-03-01T09:00:00Z");
const pairing = Pairing.parse({
  id: deriveId("pairing", "one"),
  programmeId: deriveId("programme", "one"),
  members: people,
  zone: "Europe/Rome",
  venue: { kind: "link", link: "https://meet.example.com/1" },
  plan: { everyWeeks: 2, weekday: 2, wallTime: "10:00", minutes: 60, count: 6 },
  plannedFrom: "2027-03-01T00:00",
  planRevision: 1,
  state: "active",
  accepted: people.map(({ participantId }) => participantId),
  version: 1,
  createdAt: now,
  updatedAt: now,
});

it("a round in turn goes round the hour that the clocks skip in spring", () => {
  const sessions = sessionsOfRound(
    pairing,
    { ordinal: 2, localStart: LocalTime.parse("2027-03-23T10:00") },
    {
      programme: { format: "mixed", rules: usualRules },
      hours: { from: "00:00", to: "23:59" },
      working: { workingDays: [1, 2, 3, 4, 5, 6, 7], holidays: [] },
      now,
      attending: people,
      known: [],
      comes: (_, start) => start >= "2027-03-28",
    },
  );
  expect(new Set(sessions.map(({ start }) => start)).size).toBe(6);
  for (const { start } of sessions) expect(start >= "2027-03-28").toBe(true);
});
