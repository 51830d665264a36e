import { ProgrammeReport } from "@viceversa/core/report/index.ts";

const id = (prefix: string, at = 0) => `${prefix}_${String(at).padStart(26, "0")}`;
const PULSE = "reverse-mentoring-pulse";
const DIGITAL = "digital-self-assessment";
const points = { it: "punti su una scala da 1 a 5", en: "points on a scale from 1 to 5" };
const titles = {
  [PULSE]: { it: "Come sta andando il tuo mentoring?", en: "How is your mentoring going?" },
  [DIGITAL]: { it: "Le tue competenze digitali", en: "Your digital competences" },
};
const opensAt = "2026-12-07T08:00:00Z";
const closesAt = "2026-12-20T08:00:00Z";

const wave = (at: number, instrumentKey: keyof typeof titles, point: string, ordinal = 0) => ({
  waveId: id("wav", at),
  instrumentKey,
  title: titles[instrumentKey],
  planned: { point, ordinal },
  privacy: "confidential",
  state: "released",
  opensAt,
  closesAt,
  n: 40,
  invited: 60,
  rate: 0.67,
  caveats: ["low-response-rate"],
});

const dimension = (instrumentKey: string, subscale: string, levels: object[]) => ({
  instrumentKey,
  subscale,
  steps: 5,
  kirkpatrickLevel: 1,
  points: levels.map((level, at) => ({
    waveId: id("wav", at + (instrumentKey === DIGITAL ? 10 : 0)),
    opensAt,
    n: 40,
    level,
    caveats: ["self-reported", "no-interval", "bounds-only"],
  })),
});

const exact = (mean: number) => ({ kind: "exact", mean });
const change = (subscale: string, shown?: object) => ({
  instrumentKey: DIGITAL,
  subscale,
  from: id("wav", 10),
  to: id("wav", 11),
  kirkpatrickLevel: 2,
  caveats: shown ? ["self-reported", "who-answered-both"] : ["self-reported", "suppressed"],
  ...(shown && { n: 30, change: shown }),
});

/** A report in which every kind of line is there once: shown, as bounds, suppressed, and without evidence. */
export const aReport = (): ProgrammeReport =>
  ProgrammeReport.parse({
    programme: {
      id: id("prg"),
      name: "AI & <leaders>",
      format: "remote",
      phase: "running",
      zone: "Europe/Rome",
      startsOn: "2026-12-07",
      endsOn: "2027-05-24",
    },
    at: "2027-03-01T09:00:00Z",
    threshold: 5,
    objectives: [
      {
        objectiveId: id("obj", 1),
        kind: "digital-gap",
        title: { it: "Ridurre il divario digitale", en: "Narrow the digital gap" },
        target: { value: 4, direction: "up", unit: points },
        standing: "short-of-target",
        evidence: [
          {
            kind: "subscale",
            key: DIGITAL,
            subscale: "digcomp-1",
            n: 30,
            baseline: 2.4,
            level: exact(3.6),
            change: { mean: 1.2, interval: { from: 0.8, to: 1.6 } },
            standing: "short-of-target",
            kirkpatrickLevel: 2,
            caveats: ["self-reported"],
          },
        ],
        caveats: [],
      },
      {
        objectiveId: id("obj", 2),
        kind: "own",
        title: { it: "Solo in italiano" },
        target: { value: 5, direction: "up", unit: { it: "iniziative" } },
        standing: "no-evidence-yet",
        evidence: [],
        caveats: ["no-evidence-yet"],
      },
    ],
    participation: {
      n: 62,
      now: {
        invited: 1,
        applied: 0,
        approved: 0,
        prepared: 8,
        active: 50,
        paused: 1,
        finished: 0,
        declined: 1,
        refused: 0,
        withdrawn: 1,
      },
      reached: ["invited", "applied", "approved", "prepared", "active", "finished"].map((step, at) => ({
        step,
        people: [62, 59, 59, 59, 51, 0][at],
      })),
      caveats: ["present-states"],
    },
    generations: {
      n: 60,
      groups: [
        { kind: "suppressed", generation: "boomers" },
        { kind: "shown", generation: "z", people: 30 },
      ],
      caveats: ["suppressed"],
    },
    sessions: {
      n: 180,
      planned: 60,
      waiting: 2,
      held: { confirmed: 150, recorded: 3, assumed: 12, disputed: 1 },
      missed: 12,
      cancelled: [
        { by: "mentor", sessions: 4, underOneDay: 1, underThreeDays: 1, earlier: 2 },
        { by: "mentee", sessions: 9, underOneDay: 5, underThreeDays: 2, earlier: 2 },
        { by: "programme", sessions: 0, underOneDay: 0, underThreeDays: 0, earlier: 0 },
      ],
      caveats: ["partly-assumed", "partly-disputed"],
    },
    questionnaires: {
      waves: [
        wave(0, PULSE, "during", 4),
        wave(1, PULSE, "during", 8),
        wave(10, DIGITAL, "start"),
        wave(11, DIGITAL, "end"),
      ],
      dimensions: [
        dimension(PULSE, "satisfaction", [exact(3.4), exact(3.9)]),
        dimension(PULSE, "usefulness", [exact(3.2), { kind: "bounds", atLeast: 3, atMost: 5 }]),
        dimension(PULSE, "relationship", [exact(3.8), { kind: "suppressed" }]),
        dimension(PULSE, "skills", [exact(3.1), exact(3.5)]),
        dimension(DIGITAL, "digcomp-1", [exact(2.4), exact(3.6)]),
        dimension(DIGITAL, "digcomp-4", [exact(2.9), exact(2.8)]),
      ],
      changes: [
        change("digcomp-1", { mean: 1.2, interval: { from: 0.8, to: 1.6 }, effectSize: 1.1 }),
        change("digcomp-2", { mean: -0.1, interval: { from: -0.5, to: 0.3 }, effectSize: -0.1 }),
        change("digcomp-4"),
      ],
    },
    indicators: [
      {
        key: "technology-adoption-time",
        title: { it: "Tempo di adozione di una tecnologia", en: "Time to adopt a technology" },
        unit: "days",
        direction: "down",
        about: "participants",
        n: 6,
        baseline: { n: 3, mean: 90 },
        programme: { n: 3, mean: 70 },
        difference: -20,
        relative: -0.22,
        improvement: 20,
        comparison: { difference: -2, estimate: -18 },
        series: [92, 88, 90, 80, 70, 60].map((value, at) => ({
          date: `2026-${10 + Math.floor(at / 2)}-0${1 + at}`,
          value,
        })),
        kirkpatrickLevel: 3,
        caveats: ["no-interval", "comparison-may-differ"],
      },
    ],
  });
