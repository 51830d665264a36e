import { expect, it, vi } from "vitest";
import { EachTwice } from "#test/support/faults.ts";
import { herStory } from "#test/support/her-story.ts";
import { MARK, must } from "#test/support/teller.ts";
import { whereIs } from "#test/support/whole-table.ts";

/** Every crash is waited out, for hours of the virtual clock. */
const TIMEOUT = 60_000;

it("an erasure leaves as little of her as any other though its worker crashes again and again", {
  timeout: TIMEOUT,
}, async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const faults = new EachTwice();
  const { api, anna } = await herStory({ between: faults.between });
  const before = (await api.mails()).length;
  const { id } = await must(api.call("POST", `/v1/people/${anna.id}/erasure`));
  faults.armed = true;
  for (let hour = 0; hour < 8; hour += 1) {
    await api.pass({ hours: 1 });
    for (const queue of ["due", "bulk"]) api.cloud.queues.redrive(`${queue}-dead-letters`);
  }
  expect(faults.crashes).toBeGreaterThan(50);
  expect(await must(api.call("GET", `/v1/jobs/${id}`))).toMatchObject({ state: "done" });
  expect(await whereIs(api, MARK)).toEqual([]);
  const methods = (await api.mails()).slice(before).map(({ calendar }) => calendar?.method);
  expect(new Set(methods)).toEqual(new Set(["CANCEL"]));
  await api.stop();
});
