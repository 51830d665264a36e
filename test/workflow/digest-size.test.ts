import { check, present } from "@viceversa/core/table.ts";
import { Instant, LocalDate } from "@viceversa/core/time.ts";
import { digestBy } from "@viceversa/core/workflow/digest/decide.ts";
import { digestOn } from "@viceversa/core/workflow/digest/items.ts";
import { decideStep } from "@viceversa/core/workflow/step-mail.ts";
import { expect, it } from "vitest";
import { aCustomerWithQuietTimes, anOpenProgramme, aPerson } from "#test/support/over-http.ts";

/** As many as a transaction holds, with the digest's own claim. */
const MOST_WRITES = 99;
const MORNING = Instant.parse("2026-11-25T06:30:00Z");

it("joins as many mails as one transaction can check, and leaves the others to themselves", async () => {
  const api = await aCustomerWithQuietTimes();
  try {
    const { id: personId } = await aPerson(api);
    await api.timeMachine.moveTo(Date.UTC(2026, 10, 24, 20));
    for (let times = 0; times < 5; times += 1) {
      const { id: programmeId } = await anOpenProgramme(api);
      const body = { programmeId, personId, menteeCapacity: 1 };
      expect((await api.call("POST", "/v1/participants", { body })).status).toBe(201);
    }
    await api.pass({ minutes: 1 });
    // Each of them has read forty things more, as a nudge has read sessions.
    const decide = digestBy(async (ctx, due) => {
      const verdict = await decideStep(ctx, due);
      if (verdict.verdict !== "send") return verdict;
      const more = Array.from({ length: 40 }, (_, at) => check({ pk: `${due.id}`, sk: `${at}` }, present));
      return { ...verdict, unchanged: [...verdict.unchanged, ...more] };
    });
    const digest = digestOn(personId, LocalDate.parse("2026-11-25"), MORNING);
    const verdict = await decide({ ...api.ctx, clock: { now: () => MORNING } }, digest);
    if (verdict.verdict !== "send" || verdict.mail.kind !== "digest") throw new Error("several are joined");
    expect(verdict.mail.mails).toHaveLength(2);
    expect(verdict.unchanged.length).toBeLessThanOrEqual(MOST_WRITES);
  } finally {
    await api.stop();
  }
});
