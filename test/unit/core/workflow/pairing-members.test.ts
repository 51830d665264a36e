import { shippedCompetences } from "@viceversa/core/competence/index.ts";
import { Profile } from "@viceversa/core/participant/index.ts";
import { sharedLanguages, sharedTopics } from "@viceversa/core/workflow/pairing-members.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const ids = shippedCompetences.slice(0, 6).map(({ id }) => id);
const profileOf = (offers: readonly string[], wants: readonly string[], languages: readonly string[] = []) =>
  Profile.parse({
    offers: offers.map((competenceId) => ({ competenceId, level: "advanced" })),
    wants: wants.map((competenceId) => ({ competenceId, to: "basic", priority: 2 })),
    languages,
    version: 1,
    updatedAt: "2026-11-24T09:00:00Z",
  });
const aSubset = fc.subarray(ids);

describe("what two could talk about", () => {
  it("is what one wants and the other offers, and nothing else of either", () => {
    fc.assert(
      fc.property(aSubset, aSubset, (offers, wants) => {
        const topics = sharedTopics([{ profile: profileOf(offers, []) }, { profile: profileOf([], wants) }]);
        expect(topics).toEqual(wants.filter((id) => offers.includes(id)));
      }),
    );
  });

  it("goes in both directions among peers, each topic once", () => {
    fc.assert(
      fc.property(aSubset, aSubset, (one, other) => {
        const members = [{ profile: profileOf(one, other) }, { profile: profileOf(other, one) }];
        const topics = sharedTopics(members);
        expect(new Set(topics)).toEqual(new Set([...one, ...other]));
        expect(topics).toHaveLength(new Set(topics).size);
      }),
    );
  });

  it("is unknown of who has said nothing yet", () => {
    expect(sharedTopics([{ profile: undefined }, { profile: profileOf(ids, ids.slice(0, 0)) }])).toEqual([]);
  });
});

describe("the languages that two share", () => {
  const member = (own: readonly string[], directory?: string[]) => ({
    person: { languages: directory },
    profile: profileOf([], [], own),
  });

  it("are those that both have named", () => {
    expect(sharedLanguages([member(["it", "en"]), member(["en", "de"])])).toEqual(["en"]);
  });

  it("are the directory's for who has named none, and none where nothing is known", () => {
    expect(sharedLanguages([member([], ["it", "en"]), member(["en"])])).toEqual(["en"]);
    expect(sharedLanguages([{ person: { languages: ["it"] }, profile: undefined }, member(["it"])])).toEqual([
      "it",
    ]);
    expect(sharedLanguages([member([]), member(["en"])])).toEqual([]);
  });
});
