import type { Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aMentee,
  aMentor,
  aProposal,
  COLLABORATE,
  CREATE,
  competenceIdOf,
  exclude,
  pairPath,
  type Somebody,
} from "#test/support/matching.ts";
import { aCustomer, anOpenProgramme, problem, tokenOf } from "#test/support/over-http.ts";

let api: Api;
let programme: Programme;
let zoe: Somebody;
let yuri: Somebody;
let sara: Somebody;
let bruno: Somebody;
let carla: Somebody;
beforeAll(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
  zoe = await aMentor(api, programme, [COLLABORATE, CREATE], { person: { name: "Zoe" } });
  yuri = await aMentor(api, programme, [CREATE], { person: { name: "Yuri" } });
  sara = await aMentor(api, programme, [COLLABORATE], { profile: { languages: ["de"] } });
  bruno = await aMentee(api, programme, [CREATE], { person: { name: "Bruno" } });
  carla = await aMentee(api, programme, [COLLABORATE], { person: { name: "Carla" } });
});
afterAll(() => api.stop());

const ask = ({ participant: { id } }: Somebody, query = "", as = api.admin) =>
  api.call("GET", `/v1/programmes/${programme.id}/what-if?participantId=${id}${query}`, { as });

describe("what if, for one person,", () => {
  it("tells her possible partners, the best first and explained, and what keeps her from others", async () => {
    const { status, body } = await ask(carla);
    expect(status).toBe(200);
    expect(body).toMatchObject({ role: "mentee", places: 1, possible: 2 });
    expect(body.partners.map(({ participantId }: { participantId: string }) => participantId)).toEqual([
      zoe.participant.id,
      yuri.participant.id,
    ]);
    const [best] = body.partners;
    expect(best.criteria.find(({ name }: { name: string }) => name === "competences")).toMatchObject({
      value: 1,
      readBy: "participants",
      sentence: { en: expect.stringContaining("Zoe can teach what Carla wants to learn") },
    });
    expect(body.obstacles).toEqual([{ reason: "no-common-language", people: 1 }]);
    expect(body).not.toHaveProperty("runId");
  });

  it("tells what it would cost all together to give her whom she fits less", async () => {
    const [best, other] = (await ask(bruno)).body.partners;
    const costs = new Map([best, other].map(({ participantId, cost }) => [participantId, cost]));
    expect(costs.get(yuri.participant.id)).toMatchObject({ pairs: 0, total: 0, changes: 0 });
    const dear = costs.get(zoe.participant.id);
    expect(dear).toMatchObject({ pairs: 0, changes: 2 });
    expect(dear.total).toBeGreaterThan(0);
    expect(dear.sentence.it).toMatch(/Con Bruno e Zoe in coppia, nell’insieme: .* punti in meno/);
  });

  it("takes the locks of the open proposal as given, and says who is with her in it", async () => {
    const run = await aProposal(api, programme);
    await api.call("PUT", `/v1/matching-runs/${run.id}/pairs/${pairPath(zoe, carla)}/lock`);
    const { body } = await ask(bruno);
    expect(body.runId).toBe(run.id);
    const partnerOf = (who: Somebody) =>
      body.partners.find(
        ({ participantId }: { participantId: string }) => participantId === who.participant.id,
      );
    expect(partnerOf(yuri)).toMatchObject({ proposed: true, cost: { pairs: 0 } });
    expect(partnerOf(zoe)).toMatchObject({ proposed: false });
    expect(partnerOf(zoe)).not.toHaveProperty("cost");
  });

  it("weighs peers both ways: each is a partner once, and nobody her own", async () => {
    const peers = await anOpenProgramme(api, { format: "peer" });
    const aPeer = (offers: string, wants: string, name: string) =>
      aMentee(api, peers, [wants], {
        capacity: { mentorCapacity: 1, menteeCapacity: 1 },
        person: { name },
        profile: { offers: [{ competenceId: competenceIdOf(offers), level: "highly-advanced" }] },
      });
    const anna = await aPeer(COLLABORATE, CREATE, "Anna");
    const berto = await aPeer(CREATE, COLLABORATE, "Berto");
    const dina = await aPeer(COLLABORATE, CREATE, "Dina");
    const path = `/v1/programmes/${peers.id}/what-if?participantId=${anna.participant.id}`;
    const { body } = await api.call("GET", path);
    expect(body).toMatchObject({ role: "peer", possible: 2, obstacles: [] });
    expect(body.partners.map(({ participantId }: { participantId: string }) => participantId)).toEqual([
      berto.participant.id,
      dina.participant.id,
    ]);
    const { sentence } = body.partners[0].criteria[0];
    expect(sentence.en).toContain("Anna can teach what Berto wants to learn");
    expect(sentence.en).toContain("Berto can teach what Anna wants to learn");
  });

  it("shows as many partners as asked for", async () => {
    expect((await ask(bruno, "&limit=1")).body.partners).toHaveLength(1);
    for (const limit of ["0", "21", "x"])
      expect(await ask(bruno, `&limit=${limit}`)).toMatchObject(problem(422, "invalid"));
  });

  it("changes nothing, and does not say who does not want to meet whom", async () => {
    await exclude(api, yuri, bruno);
    const { body } = await ask(bruno);
    expect(body.obstacles).toContainEqual({ reason: "not-available", people: 1 });
    expect(JSON.stringify(body)).not.toContain("privato");
    const runs = await api.call("GET", `/v1/programmes/${programme.id}/matching-runs`);
    expect(runs.body.items).toHaveLength(1);
  });

  it("is for those who run the programme, and of somebody in it", async () => {
    const herself = await tokenOf(api, bruno.person.id);
    expect(await ask(bruno, "", herself)).toMatchObject(problem(403, "forbidden"));
    const other = await anOpenProgramme(api);
    const stranger = await tokenOf(api, other.managers[0] ?? bruno.person.id, ["manager"]);
    expect((await ask(bruno, "", stranger)).status).toBe(404);
    const elsewhere = await aMentee(api, other, []);
    expect((await ask(elsewhere)).status).toBe(404);
    expect((await ask({ ...sara, participant: { ...sara.participant, id: "ptc_x" as never } })).status).toBe(
      422,
    );
  });
});
