import { type DueWork, dueIdOf, reconcile, type Wanted } from "@viceversa/core/due/index.ts";
import type { EntityRef } from "@viceversa/core/entity.ts";
import { Instant } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const session: EntityRef = { type: "session", id: "ses_1" };
const at = (text: string) => Instant.parse(text);
const reminder = (participant: string, dueAt = "2026-11-24T09:00:00Z"): Wanted => ({
  work: "mail",
  kind: "session.reminder",
  identity: { participant },
  dueAt: at(dueAt),
  expiresAt: at("2026-11-25T09:00:00Z"),
});
const storedAs = (state: string, want: Wanted): DueWork =>
  ({ ...want, id: dueIdOf(session, want), entity: session, state }) as DueWork;

/** What the store holds after the steps. */
function applied(stored: readonly DueWork[], wanted: readonly Wanted[]): DueWork[] {
  const after = new Map(stored.map((due) => [due.id, due]));
  for (const { due } of reconcile(session, stored, wanted)) after.set(due.id, due);
  return [...after.values()];
}

const people = fc.constantFrom("a", "b", "c", "d", "e");
const hours = fc.constantFrom("2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z");
const wantedSets = fc.uniqueArray(fc.record({ person: people, hour: hours }), {
  selector: ({ person }) => person,
});
const wantsOf = (set: { person: string; hour: string }[]) =>
  set.map(({ person, hour }) => reminder(person, hour));

describe("due work that is derived again", () => {
  it("is planned exactly as wanted, and deriving it twice changes nothing", () => {
    fc.assert(
      fc.property(wantedSets, wantedSets, (before, now) => {
        const stored = applied([], wantsOf(before));
        const after = applied(stored, wantsOf(now));
        const planned = after
          .filter(({ state }) => state === "planned")
          .map(({ id, dueAt }) => `${id} ${dueAt}`);
        expect(planned.sort()).toEqual(
          wantsOf(now)
            .map((want) => `${dueIdOf(session, want)} ${want.dueAt}`)
            .sort(),
        );
        expect(reconcile(session, after, wantsOf(now))).toEqual([]);
      }),
    );
  });

  it("leaves alone what is claimed or has ended", () => {
    const states = fc.constantFrom("sending", "sent", "rejected", "expired");
    fc.assert(
      fc.property(states, fc.boolean(), (state, stillWanted) => {
        const stored = [storedAs(state, reminder("a"))];
        const wanted = stillWanted ? [reminder("a", "2026-11-24T10:00:00Z")] : [];
        expect(reconcile(session, stored, wanted)).toEqual([]);
      }),
    );
  });

  it("is revived when it is wanted again, as when a meeting moves from A to B and back to A", () => {
    const steps = reconcile(session, [storedAs("superseded", reminder("a"))], [reminder("a")]);
    expect(steps.map(({ step }) => step)).toEqual(["revive"]);
  });
});

describe("the identity of due work", () => {
  it("does not hang on the order in which it is told", () => {
    const one = { kind: "k", identity: { start: "x", participant: "y" } };
    const other = { kind: "k", identity: { participant: "y", start: "x" } };
    expect(dueIdOf(session, one)).toBe(dueIdOf(session, other));
    expect(dueIdOf(session, one)).not.toBe(dueIdOf({ ...session, id: "ses_2" }, one));
  });
});
