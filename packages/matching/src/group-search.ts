import { leastFor } from "./group-problem.ts";
import { CLOSED, isBetter, OPEN, type Relaxation, relaxed, type Worth } from "./group-relaxation.ts";
import type { Objective } from "./problem.ts";
import type { Rows } from "./rows.ts";

/** What is decided about some groups, and how good assignments of that kind can be at most. */
interface Branch {
  readonly decisions: Uint8Array;
  readonly bound: Worth;
}

/** The best groups that a search has found, and what none can exceed. */
export interface Searched {
  readonly edges: Int32Array;
  readonly bound: Worth;
  readonly worth: Worth;
  readonly solved: number;
}

/** What is searched. */
export interface GroupTask {
  readonly rows: Rows;
  readonly objective: Objective;
  readonly leftMinimum: number;
  readonly begun?: Uint8Array | undefined;
  readonly limit: number;
}

/** Which shares of the smallest size are tried for filling a group: on some problems the one does better, or the other. */
const SHARES = [0.7, 0.5];

/**
 * Branch and bound over which left nodes have a group (A. H. Land and A. G. Doig, "An automatic method of solving
 * discrete programming problems", Econometrica 28 (1960) 497–520): where the best assignment gives a left node too few
 * for a group, it is closed in the one branch and has to be filled in the other. First it dives to
 * some groups to compare with; then the branch that promises most comes
 * first. It ends when no branch promises more than what was found, or when it has solved as many as it may.
 */
export class GroupSearch {
  readonly #task: GroupTask;
  #best: { readonly edges: Int32Array; readonly worth: Worth } = {
    edges: new Int32Array(0),
    worth: [0, 0, 0],
  };
  #solved = 0;
  readonly #branches: Branch[] = [];

  constructor(task: GroupTask) {
    this.#task = task;
  }

  run(): Searched {
    const { rows } = this.#task;
    const decisions = Uint8Array.from(rows.leftCapacities, (capacity, left) =>
      capacity < leastFor(this.#task, left) ? CLOSED : 0,
    );
    const root = this.#solve(decisions);
    if (root) {
      this.#consider(decisions, root);
      for (const share of SHARES) this.#dive(decisions, root, share);
    }
    for (let branch = this.#next(); branch; branch = this.#next()) {
      const found = this.#solve(branch.decisions);
      if (found) this.#consider(branch.decisions, found);
    }
    const bound = this.#branches.reduce(
      (greatest: Worth, branch) => (isBetter(branch.bound, greatest) ? branch.bound : greatest),
      this.#best.worth,
    );
    return { ...this.#best, bound, solved: this.#solved };
  }

  #solve(decisions: Uint8Array): Relaxation | undefined {
    this.#solved += 1;
    return relaxed(this.#task.rows, this.#task, decisions);
  }

  /** The left nodes that have fewer than a group needs. */
  #tooSmall({ leftLoads }: Relaxation): number[] {
    return [...leftLoads.keys()].filter((left) => {
      const load = leftLoads[left] ?? 0;
      return load > 0 && load < leastFor(this.#task, left);
    });
  }

  /** Takes what was found as the best so far, or branches where a group is too small. */
  #consider(decisions: Uint8Array, found: Relaxation): void {
    if (!isBetter(found.worth, this.#best.worth)) return;
    const tooSmall = this.#tooSmall(found);
    if (tooSmall.length === 0) {
      this.#best = found;
      return;
    }
    const most = tooSmall.reduce((one, other) =>
      (found.leftLoads[other] ?? 0) > (found.leftLoads[one] ?? 0) ? other : one,
    );
    for (const decision of [CLOSED, OPEN])
      this.#branches.push({ decisions: deciding(decisions, [most], decision), bound: found.worth });
  }

  /**
   * Decides about all too small groups at once, again and again, until none is left: those that have a share of what
   * they need are filled, if they all can be, and the others closed.
   */
  #dive(decisions: Uint8Array, root: Relaxation, share: number): void {
    let found: Relaxation | undefined = root;
    let current = decisions;
    while (found && this.#solved < this.#task.limit) {
      const { leftLoads } = found;
      const tooSmall = this.#tooSmall(found);
      if (tooSmall.length === 0) break;
      const isFilled = (left: number): boolean =>
        (leftLoads[left] ?? 0) >= share * leastFor(this.#task, left);
      const closed = deciding(current, tooSmall, CLOSED);
      const filled = deciding(closed, tooSmall.filter(isFilled), OPEN);
      const opened: Relaxation | undefined = this.#solve(filled);
      current = opened ? filled : closed;
      found = opened ?? this.#solve(closed);
    }
    if (found && this.#tooSmall(found).length === 0 && isBetter(found.worth, this.#best.worth))
      this.#best = found;
  }

  /** Takes out the branch that promises most, of equal ones the last; nothing when none promises more than the best. */
  #next(): Branch | undefined {
    if (this.#solved >= this.#task.limit) return undefined;
    let place = -1;
    for (const [at, { bound }] of this.#branches.entries())
      if (place < 0 || !isBetter(this.#branches[place]?.bound ?? bound, bound)) place = at;
    const [branch] = place < 0 ? [] : this.#branches.splice(place, 1);
    if (branch && isBetter(branch.bound, this.#best.worth)) return branch;
    this.#branches.length = 0;
    return undefined;
  }
}

function deciding(decisions: Uint8Array, lefts: readonly number[], decision: number): Uint8Array {
  const changed = decisions.slice();
  for (const left of lefts) changed[left] = decision;
  return changed;
}
