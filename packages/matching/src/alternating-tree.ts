import { type Blossoms, NONE, type Step } from "./blossoms.ts";

/** Where an outermost blossom stands: outside the tree, at an even distance from its root, or at an odd one. */
export const OUTSIDE = 0;
export const EVEN = 1;
export const ODD = 2;

const NO_STEP: Step = { from: NONE, to: NONE };

/** A tree of blossoms whose ways to the root are turn by turn pairs and other edges, from a free node as its root. */
export class AlternatingTree {
  readonly places: Uint8Array;
  /** Nodes that have become even and that nobody has looked at since. */
  readonly fresh: number[] = [];
  readonly #blossoms: Blossoms;
  /** By which edge the tree came to an odd blossom. */
  readonly #entries: Step[];
  readonly #marks: Uint32Array;
  #mark = 0;

  constructor(blossoms: Blossoms) {
    this.places = new Uint8Array(blossoms.bases.length);
    this.#blossoms = blossoms;
    this.#entries = new Array(blossoms.bases.length).fill(NO_STEP);
    this.#marks = new Uint32Array(blossoms.bases.length);
  }

  /** Begins anew at a free node. */
  plant(root: number): void {
    this.places.fill(OUTSIDE);
    this.fresh.length = 0;
    this.#becomeEven(this.#blossoms.tops[root] ?? 0);
  }

  /** Takes a blossom in, and who it is paired with; or, if it is free, pairs all along the way. Whether it was free. */
  reach({ from, to }: Step): boolean {
    const { tops, bases, mates } = this.#blossoms;
    const top = tops[to] ?? 0;
    const mate = mates[bases[top] ?? 0] ?? NONE;
    if (mate === NONE) {
      this.#blossoms.rebase(top, to);
      mates[to] = from;
      this.flip(from, to);
      return true;
    }
    this.#enter(top, { from, to });
    this.#becomeEven(tops[mate] ?? 0);
    return false;
  }

  /** Gives an even node another mate or none, and turns all pairs on its way to the root. */
  flip(even: number, mate: number): void {
    const { tops, bases, mates } = this.#blossoms;
    let [node, next] = [even, mate];
    for (;;) {
      const top = tops[node] ?? 0;
      const before = mates[bases[top] ?? 0] ?? NONE;
      this.#blossoms.rebase(top, node);
      mates[node] = next;
      if (before === NONE) return;
      const odd = tops[before] ?? 0;
      const { from, to } = this.#entries[odd] ?? NO_STEP;
      this.#blossoms.rebase(odd, to);
      mates[to] = from;
      [node, next] = [from, to];
    }
  }

  /** Two even nodes with a tight edge: their ways to where they meet and the edge make a blossom. */
  meet(one: number, other: number): void {
    const { tops } = this.#blossoms;
    if (tops[one] === tops[other]) return;
    const meeting = this.#meetingOf(tops[one] ?? 0, tops[other] ?? 0);
    const up = this.#wayUp(tops[one] ?? 0, meeting);
    const down = this.#wayUp(tops[other] ?? 0, meeting);
    const back = up.steps.map(({ from, to }): Step => ({ from: to, to: from })).reverse();
    const parts = [meeting, ...up.parts.reverse(), ...down.parts];
    const odd = parts.filter((part) => this.places[part] === ODD);
    const blossom = this.#blossoms.join({
      parts,
      steps: [...back, { from: one, to: other }, ...down.steps],
    });
    this.places[blossom] = EVEN;
    for (const part of odd) for (const node of this.#blossoms.nodesOf(part)) this.fresh.push(node);
    for (const part of parts) this.places[part] = OUTSIDE;
  }

  /** The first blossom that the ways of two even ones to the root have in common. */
  #meetingOf(one: number, other: number): number {
    this.#mark += 1;
    let [here, there] = [one, other];
    for (;;) {
      if (here !== NONE) {
        if (this.#marks[here] === this.#mark) return here;
        this.#marks[here] = this.#mark;
        here = this.#above(here)?.top ?? NONE;
      }
      [here, there] = there === NONE ? [here, there] : [there, here];
    }
  }

  /** The odd blossom over an even one, and the even one over that; nothing at the root. */
  #above(even: number): { readonly odd: number; readonly top: number; readonly steps: Step[] } | undefined {
    const { tops, bases, mates } = this.#blossoms;
    const base = bases[even] ?? 0;
    const mate = mates[base] ?? NONE;
    if (mate === NONE) return undefined;
    const odd = tops[mate] ?? 0;
    const { from, to } = this.#entries[odd] ?? NO_STEP;
    return {
      odd,
      top: tops[from] ?? 0,
      steps: [
        { from: base, to: mate },
        { from: to, to: from },
      ],
    };
  }

  /** The blossoms from an even one up to but without another, and the steps between them and to it. */
  #wayUp(even: number, upTo: number): { readonly parts: number[]; readonly steps: Step[] } {
    const parts: number[] = [];
    const steps: Step[] = [];
    for (let top = even; top !== upTo; ) {
      const above = this.#above(top);
      if (!above) break;
      parts.push(top, above.odd);
      steps.push(...above.steps);
      top = above.top;
    }
    return { parts, steps };
  }

  /** Dissolves an odd blossom without a price: the even way from its entry to its base stays in the tree. */
  open(blossom: number): void {
    const entry = this.#entries[blossom] ?? NO_STEP;
    const first = this.#blossoms.partWith(blossom, entry.to);
    const { parts, steps } = this.#blossoms.dissolve(blossom);
    this.places[blossom] = OUTSIDE;
    const place = parts.indexOf(first);
    const count = parts.length;
    this.#enter(first, entry);
    for (let at = place; at % count !== 0; ) {
      const isForward = place % 2 === 1;
      const [even, next] = isForward ? [at + 1, at + 2] : [at - 1, at - 2];
      this.#becomeEven(parts[even] ?? 0);
      const step = steps[isForward ? even : next] ?? NO_STEP;
      this.#enter(parts[next % count] ?? 0, isForward ? step : { from: step.to, to: step.from });
      at = next;
    }
  }

  #becomeEven(blossom: number): void {
    this.places[blossom] = EVEN;
    for (const node of this.#blossoms.nodesOf(blossom)) this.fresh.push(node);
  }

  #enter(blossom: number, entry: Step): void {
    this.places[blossom] = ODD;
    this.#entries[blossom] = entry;
  }
}
