import type { DeliveredMail, MailKind } from "@viceversa/local/demo/readers.ts";
import { afterCancel, type Happened, lost } from "@viceversa/local/demo/verdict.ts";
import { describe, expect, it } from "vitest";

const DAY = 86_400_000;
const START = Date.UTC(2027, 5, 10, 9);
const people = ["zoe", "anna", "bruno"];
const addressOf = (name: string): string => `${name}@example.com`;

/** A session of a group that Anna was called off from while the others met. */
const session = {
  id: "ses_1",
  state: "held",
  sequence: 0,
  start: new Date(START).toISOString(),
  scheduledAt: new Date(START - 14 * DAY).toISOString(),
  attendees: people.map((name) => ({
    participantId: name,
    state: name === "anna" ? "cannot" : "attended",
  })),
};
const happened: Happened = {
  now: START + DAY,
  sessions: [session],
  addresses: new Map(people.map((name) => [name, [addressOf(name)]])),
  silent: new Map(),
  optedOut: new Map(),
  unreachable: new Set(),
  pauses: [],
};

const mail = (name: string, kind: MailKind, daysBefore: number): DeliveredMail => ({
  to: addressOf(name),
  subject: kind,
  kind,
  links: kind === "reminder" ? ["https://x.example/p/cannot-come/cannot-come.ses_1~x"] : [],
  sentAt: START - daysBefore * DAY,
  ...(kind === "invitation" && { calendar: { method: "REQUEST", uid: "ses_1@viceversa", sequence: 0 } }),
  ...(kind === "cancellation" && { calendar: { method: "CANCEL", uid: "ses_1@viceversa", sequence: 1 } }),
});
const asItShouldBe = [
  ...people.map((name) => mail(name, "invitation", 14)),
  mail("anna", "cancellation", 5),
  mail("zoe", "reminder", 1),
  mail("bruno", "reminder", 1),
];
const without = (name: string, kind: MailKind): DeliveredMail[] =>
  asItShouldBe.filter((one) => !(one.kind === kind && one.to === addressOf(name)));

describe("what the demo counts of a group that meets without one of its members", () => {
  it("is nothing where the others are reminded and she has her cancellation alone", () => {
    expect(lost(asItShouldBe, happened)).toEqual([]);
    expect(afterCancel(asItShouldBe, happened)).toBe(0);
  });

  it("is a reminder, an invitation and a cancellation that did not come", () => {
    expect(lost(without("bruno", "reminder"), happened)).toEqual(["reminder ses_1 bruno@example.com"]);
    expect(lost(without("zoe", "invitation"), happened)).toContain("invitation ses_1 zoe@example.com");
    expect(lost(without("anna", "cancellation"), happened)).toEqual(["cancellation ses_1 anna@example.com"]);
  });

  it("is no cancellation that could not reach her, or that she had never been invited to", () => {
    const unreachable = { ...happened, unreachable: new Set([addressOf("anna")]) };
    expect(lost(without("anna", "cancellation"), unreachable)).toEqual([]);
    const uninvited = asItShouldBe.filter(({ to }) => to !== addressOf("anna"));
    expect(lost(uninvited, happened)).toEqual([]);
  });

  it("is no reminder that was due before somebody came to the group", () => {
    const late = [...without("bruno", "reminder").filter(({ to }) => to !== addressOf("bruno"))];
    expect(lost([...late, mail("bruno", "invitation", 0.5)], happened)).toEqual([]);
    expect(lost([...late, mail("bruno", "invitation", 3)], happened)).toEqual([
      "reminder ses_1 bruno@example.com",
    ]);
  });

  it("is a reminder that she had after she was called off", () => {
    expect(afterCancel([...asItShouldBe, mail("anna", "reminder", 1)], happened)).toBe(1);
  });
});
