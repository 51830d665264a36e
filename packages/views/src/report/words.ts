import type { Role } from "@viceversa/core/programme/index.ts";
import type { Caveat } from "@viceversa/core/report/index.ts";

/** What the report says, by language. */
export interface ReportWords {
  readonly report: string;
  readonly asOf: (date: string) => string;
  readonly period: (from: string, to: string) => string;
  readonly phases: Readonly<Record<string, string>>;
  readonly guide: (threshold: number) => string;
  readonly sections: {
    readonly objectives: string;
    readonly participation: string;
    readonly generations: string;
    readonly sessions: string;
    readonly rates: string;
    readonly dimensions: string;
    readonly changes: string;
    readonly indicators: string;
    readonly notes: string;
  };
  readonly none: string;
  readonly noObjectives: string;
  readonly standings: Readonly<
    Record<
      "no-evidence-yet" | "at-target" | "short-of-target" | "undecided",
      readonly [sign: string, text: string]
    >
  >;
  readonly target: (value: string, unit: string, direction: "up" | "down") => string;
  readonly baseline: (value: string) => string;
  readonly columns: {
    readonly evidence: string;
    readonly n: string;
    readonly before: string;
    readonly now: string;
    readonly change: string;
    readonly level: string;
    readonly notes: string;
    readonly step: string;
    readonly people: string;
    readonly generation: string;
    readonly outcome: string;
    readonly sessions: string;
    readonly by: string;
    readonly underOneDay: string;
    readonly underThreeDays: string;
    readonly earlier: string;
    readonly questionnaire: string;
    readonly when: string;
    readonly asked: string;
    readonly answered: string;
    readonly rate: string;
    readonly dimension: string;
    readonly effect: string;
    readonly during: string;
    readonly difference: string;
    readonly comparison: string;
    readonly estimate: string;
    readonly indicator: string;
  };
  readonly steps: Readonly<Record<string, string>>;
  readonly left: (declined: number, refused: number, withdrawn: number, paused: number) => string;
  readonly generationNames: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<
    Record<"confirmed" | "recorded" | "assumed" | "disputed" | "missed" | "waiting" | "planned", string>
  >;
  readonly cancelled: string;
  readonly ways: {
    readonly places: (inPerson: number, byLink: number) => string;
    readonly shares: (planned: number, actual: number | null) => string;
    readonly gatherings: (group: number, individual: number) => string;
  };
  readonly by: Readonly<Record<Role | "programme", string>>;
  readonly points: {
    readonly start: string;
    readonly end: string;
    readonly week: (week: number) => string;
  };
  readonly suppressed: string;
  readonly between: (low: string, high: string) => string;
  readonly interval: (low: string, high: string) => string;
  readonly changeNote: string;
  readonly subscales: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<"mentor" | "mentee", string>>;
  readonly aboutProgramme: string;
  readonly targetLine: string;
  readonly kirkpatrick: Readonly<Record<number, string>>;
  readonly kirkpatrickNote: string;
  readonly plot: { readonly of: (what: string) => string; readonly below: string };
  readonly contact: string;
  readonly caveats: Readonly<Record<Caveat, string>>;
}
