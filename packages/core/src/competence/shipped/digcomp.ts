import type { Competence } from "../schema.ts";
import { communication } from "./digcomp-communication.ts";
import { content } from "./digcomp-content.ts";
import { information } from "./digcomp-information.ts";
import { problems } from "./digcomp-problems.ts";
import { safety } from "./digcomp-safety.ts";
import type { Wording } from "./wording.ts";

/** Competences whose English title is the same in versions 2.2 and 3.0, so that 2.2’s Italian title serves. */
const titledAsBefore = new Set([
  "digcomp-2.2",
  "digcomp-2.3",
  "digcomp-2.4",
  "digcomp-2.6",
  "digcomp-3.1",
  "digcomp-3.2",
  "digcomp-3.3",
  "digcomp-4.1",
  "digcomp-4.2",
]);

const sourceOf = (key: string): NonNullable<Competence["source"]> => ({
  work: "DigComp 3.0: European Digital Competence Framework – Fifth Edition",
  version: "3.0",
  citation:
    "Cosgrove, J. and Cachia, R., Publications Office of the European Union, Luxembourg, 2025, JRC144121, doi 10.2760/0001149",
  licence: "© European Union, CC BY 4.0",
  changes: titledAsBefore.has(key)
    ? "Italian title of version 2.2 (doi 10.2760/115376), whose English title is the same. Description and levels in our own words."
    : "Italian title is our translation: no Italian edition of 3.0 was at hand. Description and levels in our own words.",
});

const areas: readonly { readonly area: Competence["area"]; readonly competences: readonly Wording[] }[] = [
  {
    area: {
      key: "digcomp-1",
      title: {
        it: "Ricerca, valutazione e gestione delle informazioni",
        en: "Information search, evaluation and management",
      },
    },
    competences: information,
  },
  {
    area: {
      key: "digcomp-2",
      title: { it: "Comunicazione e collaborazione", en: "Communication and collaboration" },
    },
    competences: communication,
  },
  {
    area: { key: "digcomp-3", title: { it: "Creazione di contenuti", en: "Content creation" } },
    competences: content,
  },
  {
    area: {
      key: "digcomp-4",
      title: { it: "Sicurezza, benessere e uso responsabile", en: "Safety, wellbeing and responsible use" },
    },
    competences: safety,
  },
  {
    area: {
      key: "digcomp-5",
      title: { it: "Identificazione e risoluzione dei problemi", en: "Problem identification and solving" },
    },
    competences: problems,
  },
];

/**
 * The five areas and 21 competences of DigComp 3.0, the European Digital Competence Framework. Structure and
 * English titles are the framework's; each says in its source what is ours.
 */
export const digcomp = areas.flatMap(({ area, competences }) =>
  competences.map((wording) => ({
    ...wording,
    area,
    kind: "digital" as const,
    source: sourceOf(wording.key),
  })),
);
