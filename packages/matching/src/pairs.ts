import type { Network } from "./network.ts";

/** The place of an edge that is not chosen. */
const NOWHERE = -1;

/**
 * The chosen edges of a network while they change: which they are, how many each node has, and which each right
 * node has. Choosing and releasing take constant time.
 */
export class Pairs {
  readonly leftLoads: Int32Array;
  readonly rightLoads: Int32Array;
  /** The chosen edges of a right node `j` are the first `rightLoads[j]` entries from `holderStarts[j]` on. */
  readonly holderStarts: Int32Array;
  readonly holders: Int32Array;
  /** Where an edge stands in `holders`; negative when it is not chosen. */
  readonly places: Int32Array;
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
    this.leftLoads = new Int32Array(network.leftCapacities.length);
    this.rightLoads = new Int32Array(network.rightCapacities.length);
    this.places = new Int32Array(network.rights.length).fill(NOWHERE);
    this.holderStarts = new Int32Array(network.rightCapacities.length + 1);
    const degrees = new Int32Array(network.rightCapacities.length);
    for (let edge = 0; edge < network.rights.length; edge += 1) {
      const right = network.rights[edge] ?? 0;
      degrees[right] = (degrees[right] ?? 0) + 1;
    }
    for (const [right, degree] of degrees.entries())
      this.holderStarts[right + 1] =
        (this.holderStarts[right] ?? 0) + Math.min(degree, network.rightCapacities[right] ?? 0);
    this.holders = new Int32Array(this.holderStarts.at(-1) ?? 0);
  }

  has(edge: number): boolean {
    return (this.places[edge] ?? NOWHERE) >= 0;
  }

  hasFreeLeft(left: number): boolean {
    return (this.leftLoads[left] ?? 0) < (this.#network.leftCapacities[left] ?? 0);
  }

  hasFreeRight(right: number): boolean {
    return (this.rightLoads[right] ?? 0) < (this.#network.rightCapacities[right] ?? 0);
  }

  /** Chooses an edge that is not chosen, at a right node with a free seat. */
  choose(edge: number): void {
    const left = this.#network.lefts[edge] ?? 0;
    const right = this.#network.rights[edge] ?? 0;
    const load = this.rightLoads[right] ?? 0;
    const place = (this.holderStarts[right] ?? 0) + load;
    this.holders[place] = edge;
    this.places[edge] = place;
    this.rightLoads[right] = load + 1;
    this.leftLoads[left] = (this.leftLoads[left] ?? 0) + 1;
  }

  /** Releases a chosen edge. */
  release(edge: number): void {
    const left = this.#network.lefts[edge] ?? 0;
    const right = this.#network.rights[edge] ?? 0;
    const load = (this.rightLoads[right] ?? 0) - 1;
    const place = this.places[edge] ?? 0;
    const last = this.holders[(this.holderStarts[right] ?? 0) + load] ?? 0;
    this.holders[place] = last;
    this.places[last] = place;
    this.places[edge] = NOWHERE;
    this.rightLoads[right] = load;
    this.leftLoads[left] = (this.leftLoads[left] ?? 0) - 1;
  }

  /** The chosen edges in canonical order. */
  list(): number[] {
    const chosen: number[] = [];
    for (const [edge, place] of this.places.entries()) if (place >= 0) chosen.push(edge);
    return chosen;
  }
}
