import type { CompactProblem, PeerProblem } from "@viceversa/matching/index.ts";

/** Of so many pairs no rule stands between the two. */
export const OPEN_SHARE = 0.35;
const UNITS = 1_000_000;
const SITES = 6;
/** Its multiples are spread evenly in [0, 1). */
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

/** How scores are drawn. */
export type Scores = "domain" | "domain in steps" | "integers" | "products in steps" | "reals";

/** The same numbers in [0, 1) in each run: the low bits of a Weyl sequence, mixed (MurmurHash3's finaliser). */
export function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/**
 * A score in units of a millionth. `domain`: a weighted mean of criteria as a programme has them, some with few levels
 * (generations, departments), some fine (competences, hours), so that it is neither uniform nor free of ties; in steps:
 * the same, counted in twentieths. `integers`: uniform from 0 to 100 of 100. `reals`: uniform.
 * `products in steps`: of a trait of either side, in twentieths, so that all want the same few.
 */
function scored(scores: Scores, draw: () => number): (left: number, right: number) => number {
  const level = (levels: number): number => Math.floor(draw() * levels) / (levels - 1);
  const domain = (left: number, right: number): number =>
    0.3 * level(4) + 0.2 * level(3) + 0.3 * draw() + 0.2 * (left % SITES === right % SITES ? 1 : 0);
  const traitOf = (node: number): number => (node * GOLDEN_RATIO) % 1;
  const byKind: Record<Scores, (left: number, right: number) => number> = {
    domain,
    "domain in steps": (left, right) => Math.round(20 * domain(left, right)) / 20,
    integers: () => Math.floor(101 * draw()) / 100,
    "products in steps": (left, right) => Math.round(20 * traitOf(left) * traitOf(right + SITES)) / 20,
    reals: draw,
  };
  return (left, right) => Math.round(UNITS * byKind[scores](left, right));
}

/** A problem of two sides, made row by row, with nothing but what it is made of. */
export function twoSides(
  { lefts, rights, seats = 1 }: { readonly lefts: number; readonly rights: number; readonly seats?: number },
  scores: Scores,
  seed: number,
): CompactProblem {
  const draw = draws(seed);
  const unitsOf = scored(scores, draw);
  const starts = new Uint32Array(lefts + 1);
  const room = Math.ceil(lefts * rights * OPEN_SHARE * 1.05) + 100;
  const edgeRight = new Uint16Array(room);
  const edgeUnits = new Uint32Array(room);
  let edge = 0;
  for (let left = 0; left < lefts; left += 1) {
    for (let right = 0; right < rights; right += 1) {
      if (draw() >= OPEN_SHARE) continue;
      edgeRight[edge] = right;
      edgeUnits[edge] = unitsOf(left, right);
      edge += 1;
    }
    starts[left + 1] = edge;
  }
  return {
    leftCapacities: new Uint16Array(lefts).fill(seats),
    rightCapacities: new Uint8Array(rights).fill(1),
    starts,
    edgeRight: edgeRight.subarray(0, edge),
    edgeUnits: edgeUnits.subarray(0, edge),
  };
}

export function onePool(peers: number, scores: Scores, seed: number): PeerProblem {
  const draw = draws(seed);
  const unitsOf = scored(scores, draw);
  const edges: (readonly [number, number, number])[] = [];
  for (let one = 0; one < peers; one += 1)
    for (let other = one + 1; other < peers; other += 1)
      if (draw() < OPEN_SHARE) edges.push([one, other, unitsOf(one, other) / UNITS]);
  return {
    capacities: new Uint8Array(peers).fill(1),
    edgeOne: Uint32Array.from(edges, ([one]) => one),
    edgeOther: Uint32Array.from(edges, ([, other]) => other),
    edgeScore: Float64Array.from(edges, ([, , score]) => score),
  };
}
