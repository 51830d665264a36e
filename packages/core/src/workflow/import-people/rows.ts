import { parse } from "csv-parse/sync";
import { Invalid } from "../../errors.ts";
import type { RowError } from "../../job/index.ts";
import { PersonInput } from "../../person/index.ts";

/** A company of this size needs several files; the limit keeps one file readable at once. */
export const MAXIMUM_ROWS = 50_000;
const delimiters = [",", ";", "\t", "|"];

/** By heading, in small letters without spaces and signs: which field it fills. */
const headings: Readonly<Record<string, Field>> = {
  externalid: "externalId",
  employeenumber: "externalId",
  employeeid: "externalId",
  matricola: "externalId",
  email: "email",
  mail: "email",
  name: "name",
  fullname: "name",
  firstname: "firstName",
  nome: "firstName",
  lastname: "lastName",
  surname: "lastName",
  cognome: "lastName",
  birthyear: "birthYear",
  birthdate: "birthDate",
  datadinascita: "birthDate",
  jobtitle: "jobTitle",
  mansione: "jobTitle",
  department: "department",
  reparto: "department",
  site: "site",
  sede: "site",
  seniority: "seniority",
  locale: "locale",
  lingua: "locale",
  zone: "zone",
  timezone: "zone",
  languages: "languages",
  managerexternalid: "manager",
  manageremployeenumber: "manager",
  managerid: "manager",
  responsabile: "manager",
  active: "active",
  attivo: "active",
};

/** What a column of yes and no says, in small letters; Excel writes TRUE and FALSE in its user's language. */
const truths: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  sì: true,
  si: true,
  vero: true,
  no: false,
  false: false,
  falso: false,
};

type Field =
  | Exclude<keyof PersonInput, "managerId">
  | "firstName"
  | "lastName"
  | "birthDate"
  | "manager"
  | "active";

/** One row that can be taken: a person, and by whose external id her manager is found. */
export interface PersonRow {
  readonly line: number;
  readonly person: PersonInput;
  readonly manager?: string;
  /** Whether she is still there; where the file does not say, she stays as she is. */
  readonly active?: boolean;
}

/** A file as rows: those that can be taken, and why the others cannot. */
export interface ReadFile {
  readonly rows: readonly PersonRow[];
  readonly errors: readonly RowError[];
  /** The heading of the column that fills a field; the field's own name where there is none. */
  readonly titleOf: (field: string) => string;
  readonly delimiter: string;
  readonly ignoredColumns: readonly string[];
}

/**
 * Reads the directory from CSV text. Bad rows do not keep the good ones out.
 *
 * @throws Invalid  there is no heading for external id, e-mail or name, or the file has too many rows
 */
export function readRows(text: string): ReadFile {
  const lines = text.replaceAll(/\r\n?/g, "\n");
  // Excel's own first line tells the delimiter; left empty, it keeps the others' numbers as they are.
  const told = /^sep=(.)\n/.exec(lines)?.[1];
  const content = told === undefined ? lines : lines.slice("sep=;".length);
  const delimiter = told ?? delimiterOf(content);
  const [header, ...records] = recordsOf(content, delimiter);
  const titles = header?.record ?? [];
  const fields = titles.map((title) => headings[title.toLowerCase().replaceAll(/[^a-z]/g, "")]);
  requireFields(fields);
  if (records.length > MAXIMUM_ROWS) {
    throw new Invalid(
      `This file has ${records.length} rows. Split it into files of at most ${MAXIMUM_ROWS}.`,
    );
  }
  const titleOf = (field: string): string => titles[fields.indexOf(field as Field)] ?? field;
  const rows: PersonRow[] = [];
  const errors: RowError[] = [];
  const seen = new Set<string>();
  for (const { record, line } of records) {
    const read = readRow(
      new Map(fields.map((field, at) => [field, record[at]?.trim() ?? ""])),
      line,
      titleOf,
    );
    if ("errors" in read) errors.push(...read.errors);
    else if (seen.has(read.row.person.externalId)) {
      errors.push({
        line,
        column: titleOf("externalId"),
        message: "Another row of this file has this value.",
      });
    } else {
      seen.add(read.row.person.externalId);
      rows.push(read.row);
    }
  }
  return {
    rows,
    errors,
    titleOf,
    delimiter,
    ignoredColumns: titles.filter((_, at) => fields[at] === undefined),
  };
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
function delimiterOf(text: string): string {
  const firstLine = text.trimStart().split("\n", 1)[0] ?? "";
  const known = (delimiter: string): number =>
    firstLine
      .split(delimiter)
      .filter((title) => headings[title.toLowerCase().replaceAll(/[^a-z]/g, "")] !== undefined).length;
  return delimiters.reduce((best, one) => (known(one) > known(best) ? one : best));
}

function requireFields(fields: readonly (Field | undefined)[]): void {
  const hasName = fields.includes("name") || (fields.includes("firstName") && fields.includes("lastName"));
  const twice = fields.find((field, at) => field !== undefined && fields.indexOf(field) !== at);
  if (twice) throw new Invalid(`Two columns of this file say the ${twice}. Keep one of them.`, { twice });
  const missing = [
    ...(fields.includes("externalId") ? [] : ["externalId"]),
    ...(fields.includes("email") ? [] : ["email"]),
    ...(hasName ? [] : ["name"]),
  ];
  if (missing.length === 0) return;
  throw new Invalid(`The first line needs headings for ${missing.join(", ")}.`, { missing });
}

function readRow(
  values: ReadonlyMap<Field | undefined, string>,
  line: number,
  titleOf: (field: string) => string,
): { readonly row: PersonRow } | { readonly errors: RowError[] } {
  const value = (field: Field): string | undefined => values.get(field) || undefined;
  const given = {
    externalId: value("externalId"),
    email: value("email"),
    name: value("name") ?? [value("firstName"), value("lastName")].filter(Boolean).join(" "),
    birthYear: yearOf(value("birthYear") ?? value("birthDate")),
    jobTitle: value("jobTitle"),
    department: value("department"),
    site: value("site"),
    seniority: value("seniority")?.toLowerCase(),
    locale: value("locale")?.toLowerCase(),
    zone: value("zone"),
    languages: value("languages")?.split(/[\s/]+/),
  };
  const parsed = PersonInput.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined)),
  );
  const told = value("active")?.normalize("NFC").toLowerCase();
  const active = told === undefined || !Object.hasOwn(truths, told) ? undefined : truths[told];
  const unclear = told !== undefined && active === undefined;
  if (!parsed.success || unclear) {
    const issues = parsed.error?.issues ?? [];
    const errors = issues.map(({ path, message }) => ({
      line,
      column: titleOf(String(path[0] ?? "")),
      message,
    }));
    if (unclear) errors.push({ line, column: titleOf("active"), message: "Give yes or no." });
    return { errors };
  }
  const manager = value("manager");
  if (manager === parsed.data.externalId) {
    return { errors: [{ line, column: titleOf("manager"), message: "Nobody is her own manager." }] };
  }
  const row = { line, person: parsed.data };
  return { row: { ...row, ...(manager && { manager }), ...(active !== undefined && { active }) } };
}

/** The year of a year or of a date with the year first or last; what is none stays, and is refused as a year. */
function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const year =
    /^(\d{4})(?:-\d{1,2}-\d{1,2})?$/.exec(text)?.[1] ?? /^\d{1,2}[./-]\d{1,2}[./-](\d{4})$/.exec(text)?.[1];
  return year ? Number(year) : Number.NaN;
}
