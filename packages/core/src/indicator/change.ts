import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { all, equal, put } from "../table.ts";
import { getIndicator } from "./get.ts";
import { indicatorItem, indicatorSubject } from "./items.ts";
import { type Indicator, type IndicatorChange, rangeIssues } from "./schema.ts";

/**
 * Changes how an indicator is described, judged and checked. Observations that are there stay as they are.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such indicator
 * @throws Conflict  it is a shipped one, or retired
 * @throws Invalid  its smallest plausible value would not be below its largest
 * @throws PreconditionFailed  it was changed since that version
 */
export async function changeIndicator(
  ctx: Context,
  { id, version, change }: { id: Id<"indicator">; version: number; change: IndicatorChange },
): Promise<Indicator> {
  const before = await getIndicator(ctx, id);
  requireOwn(before);
  if (before.state !== "active") throw hasRetired(before);
  if (before.version !== version) throw stale("indicator");
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: Indicator = { ...before, ...given, version: version + 1, updatedAt: ctx.clock.now() };
  const issues = rangeIssues(after);
  if (issues.length > 0) throw new Invalid("The plausible values of an indicator are a range.", { issues });
  const outcome = await commit(ctx, {
    changes: [put(indicatorItem(after), all(equal("version", version), equal("state", "active")))],
    audit: {
      action: "indicator.changed",
      subject: indicatorSubject(id),
      facts: { changed: Object.keys(given).sort() },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return after;
  throw stale("indicator");
}

/** @throws Conflict  it is the same in every stack */
export function requireOwn({ key, origin }: Pick<Indicator, "key" | "origin">): void {
  if (origin === "customer") return;
  throw new Conflict(`${key} is the same for everybody and cannot be changed. Define one of your own.`, {
    origin,
  });
}

export const hasRetired = ({ key, state }: Pick<Indicator, "key" | "state">): Conflict =>
  new Conflict(`The indicator ${key} is retired and takes nothing new. Define another.`, { state });
