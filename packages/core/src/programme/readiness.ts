import { z } from "zod";
import { audienceOf, type Instrument, wholeLanguagesOf } from "../instrument/index.ts";
import { type Locale, textIn } from "../text.ts";
import type { Instant } from "../time.ts";
import type { EligibilityByRole } from "./eligibility.ts";
import { type Evidence, evidenceName, type Objective } from "./objective.ts";
import { instrumentsOf } from "./rules.ts";
import type { Programme } from "./schema.ts";
import { hasClosed } from "./window.ts";

/**
 * What can be missing when a programme opens. What is required refuses the opening; a warning does not: a
 * programme may do without, and its report will then say less.
 */
const severities = {
  "objectives-missing": "warning",
  "evidence-missing": "required",
  "evidence-unknown": "required",
  "evidence-not-asked": "warning",
  "baseline-missing": "required",
  "measurement-missing": "warning",
  "instrument-unknown": "required",
  "instrument-language-missing": "required",
  "manager-contact-missing": "required",
  "eligibility-fits-nobody": "required",
  "enrolment-closed": "warning",
  "sending-off": "warning",
} as const satisfies Record<string, "required" | "warning">;
type Code = keyof typeof severities;

export const Gap = z.object({
  code: z
    .enum(Object.keys(severities) as [Code, ...Code[]])
    .describe("Stable; tells programs what is missing"),
  severity: z.enum(["required", "warning"]).describe("Only what is required keeps a programme from opening"),
  message: z.string().describe("Tells people what to do"),
  mend: z
    .object({
      thing: z.enum(["programme", "organisation", "instrument"]),
      path: z.array(z.union([z.string(), z.number()])).describe("The part of it; of an instrument, its key"),
    })
    .describe("Where it is to be mended"),
});
export type Gap = z.infer<typeof Gap>;

export const Readiness = z
  .object({
    ready: z.boolean().describe("Nothing that is required is missing"),
    gaps: z.array(Gap).describe("What is missing, what is required first"),
  })
  .meta({ id: "Readiness" });
export type Readiness = z.infer<typeof Readiness>;

/** What stands around a programme and says whether it can open. */
export interface Surroundings {
  readonly sending: "on" | "off";
  readonly reachableManagers: number;
  /** The newest version of each instrument, by key. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** The languages that those read who may take part, by role. */
  readonly readers: Readonly<Record<keyof EligibilityByRole, ReadonlySet<Locale>>>;
  /** Roles whose eligibility certainly fits nobody. */
  readonly rolesWithout: readonly (keyof EligibilityByRole)[];
}

const gap = (code: Code, thing: Gap["mend"]["thing"], path: Gap["mend"]["path"], message: string): Gap => ({
  code,
  severity: severities[code],
  message,
  mend: { thing, path },
});
const inProgramme = (code: Code, path: Gap["mend"]["path"], message: string): Gap =>
  gap(code, "programme", path, message);

/** What is missing in a programme, in the order in which it is best mended: what is required first. */
export function readinessOf(programme: Programme, around: Surroundings, now: Instant): Readiness {
  const gaps = [
    ...objectiveGaps(programme.objectives),
    ...unknownEvidence(programme, around),
    ...unaskedEvidence(programme, around),
    ...instrumentGaps(programme, around),
    ...peopleGaps(around),
    ...restGaps(programme, around, now),
  ];
  const required = gaps.filter(({ severity }) => severity === "required");
  const warnings = gaps.filter(({ severity }) => severity === "warning");
  return { ready: required.length === 0, gaps: [...required, ...warnings] };
}

/** What objectives lack in themselves: evidence, and a baseline for every indicator. */
export const objectiveGaps = (objectives: readonly Objective[]): Gap[] =>
  objectives.flatMap(({ title, evidence, baseline }, at) => {
    const name = textIn(title, "en");
    if (evidence.length === 0) {
      const message = `Say what will show whether “${name}” is reached: a questionnaire's subscale or an indicator.`;
      return [inProgramme("evidence-missing", ["objectives", at, "evidence"], message)];
    }
    const indicator = evidence.find(({ kind }) => kind === "indicator");
    if (!indicator || baseline !== undefined) return [];
    const message = `Give “${name}” its baseline: without one the indicator ${evidenceName(indicator)} shows no change.`;
    return [inProgramme("baseline-missing", ["objectives", at, "baseline"], message)];
  });

type SubscaleEvidence = Extract<Evidence, { kind: "subscale" }>;

function unknownEvidence({ objectives }: Programme, { instruments }: Surroundings): Gap[] {
  return objectives.flatMap(({ evidence }, at) =>
    evidence.flatMap((one, which) => {
      if (one.kind === "indicator" || isMeasured(one, instruments)) return [];
      const message = `No instrument ${one.instrumentKey} measures ${one.subscale}. Name one that does, or publish it.`;
      return [inProgramme("evidence-unknown", ["objectives", at, "evidence", which], message)];
    }),
  );
}

function unaskedEvidence({ objectives, rules }: Programme, around: Surroundings): Gap[] {
  const asked = instrumentsOf(rules);
  const needed = objectives.flatMap(({ evidence }) =>
    evidence.flatMap((one) =>
      one.kind === "subscale" && isMeasured(one, around.instruments) ? [one.instrumentKey] : [],
    ),
  );
  return [...new Set(needed)]
    .filter((key) => !asked.includes(key))
    .map((key) => {
      const message = `The rules plan no ${key}, which objectives rest on. Plan it, or schedule its waves by hand.`;
      return inProgramme("evidence-not-asked", ["rules", "measurement"], message);
    });
}

const isMeasured = (
  { instrumentKey, subscale }: SubscaleEvidence,
  instruments: Surroundings["instruments"],
): boolean =>
  instruments.get(instrumentKey)?.items.some((item) => item.kind === "scale" && item.subscale === subscale) ??
  false;

/** Which instruments the rules ask with that cannot be asked with. */
export function instrumentGaps(
  { rules }: Pick<Programme, "rules">,
  { instruments, readers }: Pick<Surroundings, "instruments" | "readers">,
): Gap[] {
  const asked = instrumentsOf(rules);
  const path = ["rules", "measurement"];
  if (asked.length === 0) {
    const message =
      "No questionnaire is planned. Plan one, or results rest on indicators and interviews alone.";
    return [inProgramme("measurement-missing", path, message)];
  }
  return asked.flatMap((key) => {
    const instrument = instruments.get(key);
    if (!instrument) {
      const message = `There is no instrument ${key}. Publish it, or leave it out of the rules.`;
      return [inProgramme("instrument-unknown", path, message)];
    }
    const spoken = wholeLanguagesOf(instrument);
    const read = new Set(audienceOf(instrument).flatMap((role) => [...readers[role]]));
    return [...read]
      .filter((locale) => !spoken.includes(locale))
      .map((locale) => {
        const message = `Some who may take part read ${locale}, and ${key} is not in it whole. Publish a version that is.`;
        return gap("instrument-language-missing", "instrument", [key], message);
      });
  });
}

function peopleGaps({ reachableManagers, rolesWithout }: Surroundings): Gap[] {
  const unreachable =
    "None of its managers can be reached by mail. Name one who can: participants write to her.";
  return [
    ...(reachableManagers > 0 ? [] : [inProgramme("manager-contact-missing", ["managers"], unreachable)]),
    ...rolesWithout.map((role) => {
      const message = `Nobody in the directory is eligible as a ${role}. Widen the eligibility, or complete the directory.`;
      return inProgramme("eligibility-fits-nobody", ["eligibility", role], message);
    }),
  ];
}

function restGaps(programme: Programme, { sending }: Surroundings, now: Instant): Gap[] {
  const aimless = "The programme has no objectives. Without one its report cannot say whether it worked.";
  const shut = "Enrolment is closed by its window. Open it, or nobody can be added.";
  const silent = "Sending is switched off: nobody is mailed until an administrator switches it on.";
  return [
    ...(programme.objectives.length > 0 ? [] : [inProgramme("objectives-missing", ["objectives"], aimless)]),
    ...(hasClosed(programme.enrolment, programme.zone, now)
      ? [inProgramme("enrolment-closed", ["enrolment"], shut)]
      : []),
    ...(sending === "on" ? [] : [gap("sending-off", "organisation", ["sending"], silent)]),
  ];
}
