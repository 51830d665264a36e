/**
 * A binary heap of nodes, the lowest key first (J. W. J. Williams, Communications of the ACM 7 (1964), algorithm
 * 232), whose keys stand in an array outside and may rise there at any time: a key that has risen is noticed when its
 * node comes to the top. A node is in it at most once.
 */
export class RisingHeap {
  readonly #keys: Float64Array;
  /** What the keys were when the heap last looked: never more than they are. */
  readonly #seen: Float64Array;
  readonly #nodes: Int32Array;
  #size = 0;

  constructor(keys: Float64Array) {
    this.#keys = keys;
    this.#seen = new Float64Array(keys.length);
    this.#nodes = new Int32Array(keys.length);
  }

  clear(): void {
    this.#size = 0;
  }

  /** The node with the lowest key; `undefined` when the heap is empty. */
  top(): number | undefined {
    while (this.#size > 0) {
      const node = this.#nodes[0] ?? 0;
      const key = this.#keys[node] ?? 0;
      if (this.#seen[node] === key) return node;
      this.#seen[node] = key;
      this.#sink(node);
    }
    return undefined;
  }

  push(node: number): void {
    const key = this.#keys[node] ?? 0;
    this.#seen[node] = key;
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#nodes[parent] ?? 0;
      if ((this.#seen[above] ?? 0) <= key) break;
      this.#nodes[at] = above;
      at = parent;
    }
    this.#nodes[at] = node;
  }

  /** Takes the top out. */
  pop(): void {
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#nodes[this.#size] ?? 0);
  }

  /** Puts a node in the place of the top and lets it sink. */
  #sink(node: number): void {
    const key = this.#seen[node] ?? 0;
    let at = 0;
    for (let child = 1; child < this.#size; child = 2 * at + 1) {
      const lower = this.#lowerOf(child, child + 1);
      const below = this.#nodes[lower] ?? 0;
      if ((this.#seen[below] ?? 0) >= key) break;
      this.#nodes[at] = below;
      at = lower;
    }
    this.#nodes[at] = node;
  }

  #lowerOf(one: number, other: number): number {
    if (other >= this.#size) return one;
    const isOtherLower =
      (this.#seen[this.#nodes[other] ?? 0] ?? 0) < (this.#seen[this.#nodes[one] ?? 0] ?? 0);
    return isOtherLower ? other : one;
  }
}
