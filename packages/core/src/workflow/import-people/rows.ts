import type { RowError } from "../../job/index.ts";
import { PersonInput } from "../../person/index.ts";
import { type CsvRow, type CsvSheet, type Headings, readSheet } from "../read-csv/index.ts";

/** By heading, in small letters without spaces and signs: which field it fills. */
const headings: Headings<Field> = {
  externalid: "externalId",
  employeenumber: "externalId",
  employeeid: "externalId",
  matricola: "externalId",
  email: "email",
  mail: "email",
  name: "name",
  fullname: "name",
  givenname: "givenName",
  firstname: "givenName",
  nome: "givenName",
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

type Field = Exclude<keyof PersonInput, "managerId"> | "lastName" | "birthDate" | "manager" | "active";

/** One row that can be taken: a person, and by whose external id her manager is found. */
export interface PersonRow {
  readonly line: number;
  readonly person: PersonInput;
  readonly manager?: string;
  /** Whether she is still there; where the file does not say, she stays as she is. */
  readonly active?: boolean;
}

/** A file as rows: those that can be taken, and why the others cannot. */
export interface ReadFile extends Pick<CsvSheet<Field>, "titleOf" | "delimiter" | "ignoredColumns"> {
  readonly rows: readonly PersonRow[];
  readonly errors: readonly RowError[];
}

/**
 * Reads the directory from CSV text. Bad rows do not keep the good ones out.
 *
 * @throws Invalid  there is no heading for external id, e-mail or name, or the file has too many rows
 */
export function readRows(text: string): ReadFile {
  const { rows: read, titleOf, delimiter, ignoredColumns } = readSheet(text, headings, missingIn);
  const rows: PersonRow[] = [];
  const errors: RowError[] = [];
  const seen = new Set<string>();
  for (const row of read) {
    const taken = readRow(row, titleOf);
    if ("errors" in taken) errors.push(...taken.errors);
    else if (seen.has(taken.row.person.externalId)) {
      errors.push({
        line: row.line,
        column: titleOf("externalId"),
        message: "Another row of this file has this value.",
      });
    } else {
      seen.add(taken.row.person.externalId);
      rows.push(taken.row);
    }
  }
  return { rows, errors, titleOf, delimiter, ignoredColumns };
}

function missingIn(fields: ReadonlySet<Field>): string[] {
  const hasName = fields.has("name") || (fields.has("givenName") && fields.has("lastName"));
  return [
    ...(fields.has("externalId") ? [] : ["externalId"]),
    ...(fields.has("email") ? [] : ["email"]),
    ...(hasName ? [] : ["name"]),
  ];
}

function readRow(
  { line, value }: CsvRow<Field>,
  titleOf: (field: string) => string,
): { readonly row: PersonRow } | { readonly errors: RowError[] } {
  const given = {
    externalId: value("externalId"),
    email: value("email"),
    name: value("name") ?? [value("givenName"), value("lastName")].filter(Boolean).join(" "),
    givenName: value("givenName"),
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
