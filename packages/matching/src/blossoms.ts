/** In place of a node: none. */
export const NONE = -1;

/** A step between two neighbours of a cycle: from a node of the one to a node of the next. */
export interface Step {
  readonly from: number;
  readonly to: number;
}

/** What a blossom is made of: an odd cycle of nodes and blossoms, the first of which holds its base. */
interface Cycle {
  readonly parts: readonly number[];
  /** `steps[i]` leads from part `i` to the next, the last one back to the first. */
  readonly steps: readonly Step[];
}

/**
 * Pairs of nodes, and the blossoms among them: odd cycles, nested, in which all but the base are paired with each
 * other, and in which any node can become the base. A node is its own smallest blossom; the others are numbered on.
 *
 * J. Edmonds, "Paths, trees, and flowers", Canadian Journal of Mathematics 17 (1965) 449–467.
 */
export class Blossoms {
  readonly nodeCount: number;
  /** With whom each node is paired, or `NONE`. */
  readonly mates: Int32Array;
  /** The outermost blossom of each node. */
  readonly tops: Int32Array;
  /** The one node of each blossom that is not paired within it. */
  readonly bases: Int32Array;
  readonly prices: Float64Array;
  readonly #parents: Int32Array;
  readonly #cycles: (Cycle | undefined)[];
  readonly #unused: number[] = [];

  constructor(nodeCount: number) {
    const most = nodeCount + (nodeCount >> 1);
    this.nodeCount = nodeCount;
    this.mates = new Int32Array(nodeCount).fill(NONE);
    this.tops = Int32Array.from({ length: nodeCount }, (_, node) => node);
    this.bases = Int32Array.from({ length: most }, (_, node) => node);
    this.prices = new Float64Array(most);
    this.#parents = new Int32Array(most).fill(NONE);
    this.#cycles = new Array(most).fill(undefined);
    for (let blossom = most - 1; blossom >= nodeCount; blossom -= 1) this.#unused.push(blossom);
  }

  /** The cycle of a blossom that is more than a node. */
  cycleOf(blossom: number): Cycle {
    const cycle = this.#cycles[blossom];
    if (!cycle) throw new Error(`There is no blossom ${blossom}.`);
    return cycle;
  }

  nodesOf(blossom: number): number[] {
    const nodes: number[] = [];
    const stack = [blossom];
    for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
      if (one < this.nodeCount) nodes.push(one);
      else for (const part of this.cycleOf(one).parts) stack.push(part);
    }
    return nodes;
  }

  /** The part of a blossom that holds a node. */
  partWith(blossom: number, node: number): number {
    let part = node;
    for (let parent = this.#parents[part] ?? NONE; parent !== blossom; parent = this.#parents[part] ?? NONE)
      part = parent;
    return part;
  }

  /** Joins an odd cycle of outermost blossoms to a new one, without a price. */
  join(cycle: Cycle): number {
    const blossom = this.#unused.pop() ?? NONE;
    this.#cycles[blossom] = cycle;
    this.#parents[blossom] = NONE;
    this.prices[blossom] = 0;
    this.bases[blossom] = this.bases[cycle.parts[0] ?? 0] ?? 0;
    for (const part of cycle.parts) this.#parents[part] = blossom;
    for (const node of this.nodesOf(blossom)) this.tops[node] = blossom;
    return blossom;
  }

  /** Dissolves an outermost blossom: its parts become outermost. */
  dissolve(blossom: number): Cycle {
    const cycle = this.cycleOf(blossom);
    for (const part of cycle.parts) {
      this.#parents[part] = NONE;
      for (const node of this.nodesOf(part)) this.tops[node] = part;
    }
    this.#cycles[blossom] = undefined;
    this.#unused.push(blossom);
    return cycle;
  }

  /** Makes a node the base of a blossom that holds it, by pairing others anew within. */
  rebase(blossom: number, base: number): void {
    const stack = [{ from: blossom, to: base }];
    for (let task = stack.pop(); task; task = stack.pop()) {
      if (task.from < this.nodeCount || this.bases[task.from] === task.to) continue;
      stack.push(...this.#turn(task.from, task.to));
    }
  }

  /** Turns a cycle so that another part holds the base, and tells which parts need another base for that. */
  #turn(blossom: number, base: number): Step[] {
    const { parts, steps } = this.cycleOf(blossom);
    const first = this.partWith(blossom, base);
    const place = parts.indexOf(first);
    const tasks: Step[] = [{ from: first, to: base }];
    // Pairs alternate along the cycle, so that of the two ways to the old base the even one is to be paired anew.
    const [from, upTo] = place % 2 === 1 ? [place + 1, parts.length] : [0, place];
    for (let at = from; at < upTo; at += 2) {
      const { from: one, to: other } = steps[at] ?? { from: NONE, to: NONE };
      tasks.push({ from: parts[at] ?? 0, to: one }, { from: parts[(at + 1) % parts.length] ?? 0, to: other });
      this.mates[one] = other;
      this.mates[other] = one;
    }
    this.bases[blossom] = base;
    this.#cycles[blossom] = {
      parts: [...parts.slice(place), ...parts.slice(0, place)],
      steps: [...steps.slice(place), ...steps.slice(0, place)],
    };
    return tasks;
  }

  /** All blossoms that are more than a node, in the order of their numbers. */
  list(): number[] {
    return [...this.#cycles.keys()].filter((blossom) => this.#cycles[blossom] !== undefined);
  }
}
