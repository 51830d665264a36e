import { z } from "zod";
import { idOf } from "../ids.ts";
import { Programme } from "../programme/index.ts";
import { Instant, LocalDate, Zone } from "../time.ts";
import { IndicatorLine } from "./indicators.ts";
import { Meetings } from "./meetings.ts";
import { ObjectiveLine } from "./objectives.ts";
import { GenerationMix, Participation } from "./participation.ts";
import { Questionnaires } from "./questionnaires.ts";
import { WaysToMeet } from "./ways-to-meet.ts";

/**
 * What came of a programme, so far or in the end. It knows of answers only what waves have released; each line says
 * how many it rests on and what whoever reads it must know.
 */
export const ProgrammeReport = z
  .object({
    programme: z.object({
      id: idOf("programme"),
      name: Programme.shape.name,
      format: Programme.shape.format,
      phase: Programme.shape.phase,
      zone: Zone,
      startsOn: LocalDate.optional(),
      endsOn: LocalDate.optional().describe("By its rules"),
    }),
    at: Instant.describe("When it was put together"),
    threshold: z.number().int().describe("Smallest group shown"),
    objectives: z.array(ObjectiveLine),
    participation: Participation,
    generations: GenerationMix,
    sessions: Meetings.extend(WaysToMeet.shape),
    questionnaires: Questionnaires,
    indicators: z.array(IndicatorLine),
  })
  .meta({ id: "ProgrammeReport" });
export type ProgrammeReport = z.infer<typeof ProgrammeReport>;
