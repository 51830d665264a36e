import type { Context } from "../../context.ts";
import { Conflict, DomainError, PreconditionFailed } from "../../errors.ts";
import type { Id } from "../../ids.ts";
import { advanceJob, type Job, type RowError, readFile, type Stretch } from "../../job/index.ts";
import {
  createPerson,
  deactivatePerson,
  externalIdKey,
  listManagerCycles,
  overwritePerson,
  Person,
  PersonChange,
  personKey,
  reactivatePerson,
} from "../../person/index.ts";
import { decode } from "../read-csv/index.ts";
import { type PersonRow, type ReadFile, readRows } from "./rows.ts";

/** Rows that one message carries out; the next message goes on. */
const STRETCH = 100;

/**
 * Carries an import on by one stretch. Every row is a comparison with what is stored, so that a stretch that is
 * repeated after a crash changes nothing.
 *
 * @returns whether another stretch is to follow
 */
export async function runPeopleImport(ctx: Context, job: Job): Promise<boolean> {
  const file = readRows(decode(await readFile(ctx, job.id)).text);
  return advanceJob(ctx, job, await stretch(ctx, job, file));
}

/**
 * The first step writes down the rows that cannot be read; then come two passes over all others, and last a look
 * at the reporting lines as they are now.
 */
async function stretch(
  ctx: Context,
  { done, total }: Job,
  { rows, errors: unreadable, titleOf }: ReadFile,
): Promise<Stretch> {
  if (done === 0) return { steps: 1, errors: unreadable };
  if (done === total - 1) {
    return { steps: 1, errors: [], facts: { managerCycles: (await listManagerCycles(ctx)).total } };
  }
  const at = (done - 1) % rows.length;
  const pass = done - 1 < rows.length ? takePerson : takeManager;
  const part = rows.slice(at, at + STRETCH);
  const stored = await storedPeople(ctx, part);
  const errors: RowError[] = [];
  for (const [index, row] of part.entries()) {
    const error = await pass(ctx, row, stored[index])
      // The same message may run twice at once; what the other run has taken is compared again.
      .catch(async () => pass(ctx, row, (await storedPeople(ctx, [row]))[0]))
      .catch((cause: unknown) => refusedRow(row, cause));
    if (error) errors.push({ ...error, column: titleOf(error.column) });
  }
  return { steps: part.length, errors };
}

/** Whoever of some rows is in the directory already, in two round trips. */
async function storedPeople(ctx: Context, rows: readonly PersonRow[]): Promise<(Person | undefined)[]> {
  const sentinels = await ctx.table.getMany(rows.map(({ person }) => externalIdKey(person.externalId)));
  const ids = sentinels.map((item) => item?.["personId"] as Id<"person"> | undefined);
  const found = await ctx.table.getMany(ids.filter((id) => id !== undefined).map(personKey));
  const people = new Map(found.flatMap((item) => (item ? [[item["id"], Person.parse(item)] as const] : [])));
  return ids.map((id) => id && people.get(id));
}

async function takePerson(
  ctx: Context,
  { person, active }: PersonRow,
  stored: Person | undefined,
): Promise<undefined> {
  if (!stored) {
    await createPerson(ctx, person, active === false ? "deactivated" : "active");
    return;
  }
  const differing = Object.entries(person).filter(
    ([field, value]) => JSON.stringify(stored[field as keyof Person]) !== JSON.stringify(value),
  );
  if (differing.length > 0) {
    const change = PersonChange.parse(Object.fromEntries(differing));
    await overwritePerson(ctx, { id: stored.id, version: stored.version, change });
  }
  if (active === undefined || active === (stored.state === "active")) return;
  await (active ? reactivatePerson : deactivatePerson)(ctx, stored.id);
}

async function takeManager(
  ctx: Context,
  { manager, line }: PersonRow,
  stored: Person | undefined,
): Promise<RowError | undefined> {
  if (manager === undefined || !stored) return undefined;
  const sentinel = await ctx.table.get(externalIdKey(manager));
  const managerId = sentinel?.["personId"] as Id<"person"> | undefined;
  if (!managerId)
    return { line, column: "manager", message: "Nobody in the directory has the manager's number." };
  if (stored.managerId !== managerId) {
    await overwritePerson(ctx, { id: stored.id, version: stored.version, change: { managerId } });
  }
  return undefined;
}

/** A row that a rule of the directory refuses; what we did not foresee is no row's fault and is tried again. */
function refusedRow({ line }: PersonRow, cause: unknown): RowError {
  if (!(cause instanceof DomainError) || cause instanceof PreconditionFailed) throw cause;
  const column = cause instanceof Conflict ? String(cause.data["field"] ?? "row") : "row";
  return { line, column, message: cause.message };
}
