import type { Id } from "../../ids.ts";
import { type Indicator, indicatorIdOf } from "../../indicator/index.ts";
import type { RowError } from "../../job/index.ts";
import { ObservationInput } from "../../observation/index.ts";
import { type CsvRow, type CsvSheet, type Headings, readSheet } from "../read-csv/index.ts";

type Field = "indicator" | "scope" | "role" | "date" | "value" | "unit" | "source" | "note";

/** By heading, in small letters without spaces and signs: which field it fills. `unità` becomes `unit`. */
const headings: Headings<Field> = {
  indicator: "indicator",
  indicatore: "indicator",
  scope: "scope",
  ambito: "scope",
  role: "role",
  ruolo: "role",
  date: "date",
  data: "date",
  value: "value",
  valore: "value",
  unit: "unit",
  unitdimisura: "unit",
  source: "source",
  fonte: "source",
  note: "note",
  nota: "note",
  notes: "note",
};
const needed = ["indicator", "scope", "date", "value", "unit", "source"] as const satisfies readonly Field[];

/** What else people write for what has a name here. */
const otherWords: Readonly<Record<"scope" | "role" | "unit", Readonly<Record<string, string>>>> = {
  scope: {
    partecipanti: "participants",
    programma: "programme",
    program: "programme",
    confronto: "comparison",
  },
  role: { mentori: "mentor", mentors: "mentor", mentees: "mentee" },
  unit: { "%": "percent", percentuale: "percent", giorni: "days", numero: "count", punteggio: "score" },
};

function named(what: keyof typeof otherWords, text: string): string {
  const folded = text.toLowerCase();
  return Object.hasOwn(otherWords[what], folded) ? (otherWords[what][folded] ?? folded) : folded;
}

/** One row that can be compared with what is there. */
export interface ObservationRow {
  readonly line: number;
  readonly observation: ObservationInput;
}

/**
 * Reads observations from CSV text, their cells still as text.
 *
 * @throws Invalid  a needed heading is missing, or the file is no CSV or has too many rows
 */
export const readObservations = (text: string): CsvSheet<Field> =>
  readSheet(text, headings, (fields) => needed.filter((field) => !fields.has(field)));

/** Reads one row, or says what is wrong in which field. */
export function readRow(
  { line, value }: CsvRow<Field>,
  programmeId: Id<"programme">,
): { readonly row: ObservationRow } | { readonly errors: RowError[] } {
  const empty = needed.filter((field) => value(field) === undefined);
  if (empty.length > 0) {
    return { errors: empty.map((column) => ({ line, column, message: "This cell is empty." })) };
  }
  const cell = (field: Field): string => value(field) ?? "";
  const given = {
    programmeId,
    indicatorId: indicatorMeant(cell("indicator")),
    scope: named("scope", cell("scope")),
    role: value("role") && named("role", cell("role")),
    date: dateMeant(cell("date")),
    value: numberMeant(cell("value")),
    unit: cell("unit"),
    source: cell("source"),
    note: value("note"),
  };
  const parsed = ObservationInput.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined)),
  );
  if (parsed.success) return { row: { line, observation: parsed.data } };
  const errors = parsed.error.issues.map(({ path, message }) => ({
    line,
    column: path[0] === "indicatorId" ? "indicator" : String(path[0] ?? ""),
    message,
  }));
  return { errors };
}

/** An indicator is named by its key, as people do, or by its id. */
const indicatorMeant = (text: string): string =>
  text.startsWith("ind_") ? text : indicatorIdOf(text.toLowerCase());

/** ISO 8601, or the day first, as European spreadsheets write it; what is neither stays, and is refused as a date. */
function dateMeant(text: string): string {
  const [, day = "", month = "", year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}

/** With a decimal point or comma, and without separators of thousands: 1.234 could be either. */
const numberMeant = (text: string): number =>
  /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;

/** The unit that a cell means: the indicator's own text first, which may be a word of another unit. */
export const unitMeant = (text: string, { unit }: Pick<Indicator, "unit">): string =>
  text === unit ? unit : named("unit", text);
