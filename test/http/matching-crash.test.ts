import { expect, it, vi } from "vitest";
import { EachTwice } from "#test/support/faults.ts";
import { aMentee, aMentor, couples, pairsOf, publicationInput } from "#test/support/matching.ts";
import { aCustomer, anOpenProgramme, takeTo } from "#test/support/over-http.ts";

/** Every crash is waited out, for hours of the virtual clock. */
const TIMEOUT = 60_000;

it("a run and its publication lose and double nothing though their worker crashes again and again", {
  timeout: TIMEOUT,
}, async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const faults = new EachTwice();
  const api = await aCustomer({ between: faults.between });
  const programme = await anOpenProgramme(api);
  const topics = ["digcomp-2.4", "digcomp-3.1", "digcomp-4.2"];
  for (const topic of topics) await aMentor(api, programme, [topic]);
  const mentees = [];
  for (const topic of topics) mentees.push(await aMentee(api, programme, [topic]));
  const [gone] = mentees;
  /** Lets hours go by; what gave up after too many crashes is handed out again, as its alarm says. */
  const recover = async () => {
    faults.armed = true;
    for (let hour = 0; hour < 6; hour += 1) {
      await api.pass({ hours: 1 });
      for (const queue of ["due", "bulk"]) api.cloud.queues.redrive(`${queue}-dead-letters`);
    }
    faults.armed = false;
  };
  const { body: job } = await api.call("POST", `/v1/programmes/${programme.id}/matching-runs`);
  await recover();
  const run = { id: job.facts.runId };
  expect(await couples(api, run)).toHaveLength(3);
  if (gone) await takeTo(api, gone.participant, "withdrawn");
  const path = `/v1/matching-runs/${run.id}`;
  await api.call("POST", `${path}/publication`, { body: publicationInput() });
  await recover();
  expect(faults.crashes).toBeGreaterThan(20);
  expect((await api.call("GET", path)).body).toMatchObject({
    state: "published",
    summary: { published: 2, skipped: 1 },
  });
  const pairings = (await api.call("GET", `/v1/pairings?programmeId=${programme.id}`)).body.items;
  const noted = (await pairsOf(api, run, "&publication=published")).map(
    ({ publication }: { publication: { pairingId: string } }) => publication.pairingId,
  );
  expect(pairings.map(({ id }: { id: string }) => id).sort()).toEqual(noted.sort());
  const asked = (await api.mails()).filter(({ kind }) => kind === "match").map(({ to }) => to);
  expect(asked).toHaveLength(4);
  expect(new Set(asked).size).toBe(4);
  await api.stop();
});
