import type { IndicatorInput } from "../schema.ts";

/** An edition of one of our indicators: a change of its meaning gets a new key, any other change a new version. */
export interface ShippedIndicator extends IndicatorInput {
  readonly version: number;
  readonly publishedAt: string;
}

const published = { version: 1, publishedAt: "2026-11-24T00:00:00Z" };

/**
 * What a reverse-mentoring programme is meant to move in a company, in our own wording. The performance of
 * innovation projects is a score and not the number of projects delivered: that number follows the size of the
 * portfolio, and in a quarter it is too small to compare. Who counts projects adds an indicator of their own.
 */
export const whatProgrammesMove: readonly ShippedIndicator[] = [
  {
    ...published,
    key: "digital-tool-usage",
    title: { it: "Uso degli strumenti digitali", en: "Use of digital tools" },
    description: {
      it: "Quota di persone del gruppo che usano lo strumento almeno una volta alla settimana. Si rileva solo in forma aggregata, ogni volta sullo stesso strumento e con la data dell’ultimo giorno della settimana.",
      en: "Share of the people in the group who use the tool at least once a week. It is taken in aggregate only, on the same tool each time, and dated on the last day of the week.",
    },
    unit: "percent",
    direction: "up",
    minimum: 0,
    maximum: 100,
    decimals: 1,
  },
  {
    ...published,
    key: "technology-adoption-time",
    title: { it: "Tempo di adozione di una tecnologia", en: "Time to adopt a technology" },
    description: {
      it: "Giorni da quando una tecnologia è a disposizione del gruppo a quando metà del gruppo la usa ogni settimana. Un valore per ogni tecnologia introdotta, con la data in cui metà del gruppo la usa.",
      en: "Days from when a technology is available to the group until half of the group uses it every week. One value for each technology introduced, dated on the day when half of the group uses it.",
    },
    unit: "days",
    direction: "down",
    minimum: 0,
    maximum: 1_825,
    decimals: 0,
  },
  {
    ...published,
    key: "innovation-project-performance",
    title: { it: "Risultati dei progetti di innovazione", en: "Performance of innovation projects" },
    description: {
      it: "Punteggio medio, da 0 a 100, che l’azienda assegna ai progetti di innovazione in corso nella propria revisione periodica, sempre con gli stessi criteri. Con la data della revisione.",
      en: "Mean score, from 0 to 100, that the company gives to its running innovation projects in its own regular review, by the same criteria each time. Dated on the day of the review.",
    },
    unit: "score",
    direction: "up",
    minimum: 0,
    maximum: 100,
    decimals: 1,
  },
  {
    ...published,
    key: "digital-initiative-participation",
    title: { it: "Partecipazione alle iniziative digitali", en: "Participation in digital initiatives" },
    description: {
      it: "Presenze del gruppo, in un mese, a iniziative digitali: corsi, comunità di pratica, hackathon, sperimentazioni. Con la data dell’ultimo giorno del mese.",
      en: "Attendances of the group, in a month, at digital initiatives: courses, communities of practice, hackathons, trials. Dated on the last day of the month.",
    },
    unit: "count",
    direction: "up",
    minimum: 0,
    maximum: 100_000,
    decimals: 0,
  },
];
