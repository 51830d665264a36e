import { parse } from "csv-parse/sync";
import { Invalid } from "../../errors.ts";

/** A company of this size needs several files; the limit keeps one file readable at once. */
const MAXIMUM_ROWS = 50_000;
const delimiters = [",", ";", "\t", "|"];

/** By heading, in small letters without spaces and signs: which field it fills. */
export type Headings<Field extends string> = Readonly<Record<string, Field>>;

/** One row below the headings. */
export interface CsvRow<Field extends string> {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /** What stands in a field, trimmed; `undefined` where there is nothing. */
  readonly value: (field: Field) => string | undefined;
}

/** A CSV file as rows of fields. */
export interface CsvSheet<Field extends string> {
  readonly rows: readonly CsvRow<Field>[];
  /** The heading of the column that fills a field; the field's own name where there is none. */
  readonly titleOf: (field: string) => string;
  readonly delimiter: string;
  readonly ignoredColumns: readonly string[];
}

/**
 * Reads CSV text under the headings that somebody knows, whatever its delimiter and line ends.
 *
 * @param missingIn  which needed fields have no heading, told what has one
 * @throws Invalid  a needed heading is missing, two columns fill one field, or the file is no CSV or has too many rows
 */
export function readSheet<Field extends string>(
  text: string,
  headings: Headings<Field>,
  missingIn: (fields: ReadonlySet<Field>) => readonly string[],
): CsvSheet<Field> {
  const lines = text.replaceAll(/\r\n?/g, "\n");
  // Excel's own first line tells the delimiter; left empty, it keeps the others' numbers as they are.
  const told = /^sep=(.)\n/.exec(lines)?.[1];
  const content = told === undefined ? lines : lines.slice("sep=;".length);
  const delimiter = told ?? delimiterOf(content, headings);
  const [header, ...records] = recordsOf(content, delimiter);
  const titles = header?.record ?? [];
  const fields = titles.map((title) => fieldOf(title, headings));
  requireFields(fields, missingIn);
  if (records.length > MAXIMUM_ROWS) {
    throw new Invalid(
      `This file has ${records.length} rows. Split it into files of at most ${MAXIMUM_ROWS}.`,
    );
  }
  const columns = new Map(fields.flatMap((field, at) => (field === undefined ? [] : [[field, at]])));
  return {
    rows: records.map(({ record, line }) => ({
      line,
      value: (field) => record[columns.get(field) ?? -1]?.trim() || undefined,
    })),
    titleOf: (field) => titles[columns.get(field as Field) ?? -1] ?? field,
    delimiter,
    ignoredColumns: titles.filter((_, at) => fields[at] === undefined),
  };
}

function fieldOf<Field extends string>(title: string, headings: Headings<Field>): Field | undefined {
  const folded = title.toLowerCase().replaceAll(/[^a-z]/g, "");
  return Object.hasOwn(headings, folded) ? headings[folded] : undefined;
}

interface ParsedRecord {
  readonly record: string[];
  readonly line: number;
}

/** Of text whose lines end in LF: csv-parse counts CR LF within quotation marks as two lines. */
function recordsOf(text: string, delimiter: string): ParsedRecord[] {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: "\n",
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ record, line: info.lines - lineBreaksIn(record) }));
  } catch {
    throw new Invalid("This file is no CSV. Check its quotation marks and export it again.");
  }
}

/** A record that has line breaks in its fields begins that many lines before it ends. */
const lineBreaksIn = (record: readonly string[]): number => record.join("").split("\n").length - 1;

/** The delimiter under which the first line has most headings that we know. */
function delimiterOf<Field extends string>(text: string, headings: Headings<Field>): string {
  const firstLine = text.trimStart().split("\n", 1)[0] ?? "";
  const known = (delimiter: string): number =>
    firstLine.split(delimiter).filter((title) => fieldOf(title, headings) !== undefined).length;
  return delimiters.reduce((best, one) => (known(one) > known(best) ? one : best));
}

function requireFields<Field extends string>(
  fields: readonly (Field | undefined)[],
  missingIn: (fields: ReadonlySet<Field>) => readonly string[],
): void {
  const known = fields.filter((field) => field !== undefined);
  const twice = known.find((field, at) => known.indexOf(field) !== at);
  if (twice) throw new Invalid(`Two columns of this file say the ${twice}. Keep one of them.`, { twice });
  const missing = missingIn(new Set(known));
  if (missing.length === 0) return;
  throw new Invalid(`The first line needs headings for ${missing.join(", ")}.`, { missing });
}
