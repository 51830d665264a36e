import type { Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aMentee, aMentor, CREATE, exclude, pairPath, type Somebody } from "#test/support/matching.ts";
import { aCustomer, anOpenProgramme, pairingInput, problem, saying } from "#test/support/over-http.ts";

let api: Api;
let programme: Programme;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());
beforeEach(async () => {
  programme = await anOpenProgramme(api);
});

const pair = (mentor: Somebody, mentee: Somebody) =>
  api.call("POST", "/v1/pairings", { body: pairingInput(mentor.participant, mentee.participant) });

describe("two whom a manager pairs by hand", () => {
  it("are not those of whom one does not want to meet the other, and nobody is told who that is", async () => {
    const [zoe, bruno] = [await aMentor(api, programme, [CREATE]), await aMentee(api, programme, [CREATE])];
    await exclude(api, bruno, zoe);
    const refused = problem(409, "conflict", {
      ...saying("this pair is not available"),
      data: { reasons: ["not-available"] },
    });
    expect(await pair(zoe, bruno)).toMatchObject(refused);
    expect(await api.mails(zoe.person.email)).not.toContainEqual(expect.objectContaining({ kind: "match" }));
  });

  it("are not those whom a manager keeps apart", async () => {
    const [zoe, bruno] = [await aMentor(api, programme, [CREATE]), await aMentee(api, programme, [CREATE])];
    const path = `/v1/programmes/${programme.id}/forbidden-pairs/${pairPath(zoe, bruno)}`;
    await api.call("PUT", path, { body: { reason: "troppo vicini" } });
    expect(await pair(zoe, bruno)).toMatchObject(
      problem(409, "conflict", { data: { reasons: ["forbidden"] } }),
    );
    await api.call("DELETE", path);
    expect(await pair(zoe, bruno)).toMatchObject({ status: 201 });
  });

  it("are not of one reporting line, but may be of two sites or share no language", async () => {
    const boss = await aMentee(api, programme, [CREATE]);
    const zoe = await aMentor(api, programme, [CREATE], { person: { managerId: boss.person.id } });
    const ada = await aMentor(api, programme, [CREATE], { profile: { languages: ["de"] } });
    expect(await pair(zoe, boss)).toMatchObject(
      problem(409, "conflict", { data: { reasons: ["reporting-line"] } }),
    );
    expect(await pair(ada, boss)).toMatchObject({ status: 201 });
  });
});
