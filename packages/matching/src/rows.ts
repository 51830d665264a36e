/**
 * Edges in canonical order: a row for each left node, by right node, with whole values. Little is kept for each edge,
 * so that millions fit: 6 bytes.
 */
export interface Rows {
  readonly leftCapacities: Int32Array;
  readonly rightCapacities: Int32Array;
  /** The edges of a left node `i` are those from `starts[i]` up to but not including `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly rights: Uint16Array;
  readonly values: Uint32Array;
  /** Edges that are worth less do not count. */
  readonly least: number;
}

/** How many pairs each node can really be in: no more than it has edges to nodes with capacity. */
export interface SeatCounts {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export function seatCounts({ starts, rights, values, least, ...sides }: Rows): SeatCounts {
  const { leftCapacities, rightCapacities } = sides;
  const left = new Int32Array(leftCapacities.length);
  const right = new Int32Array(rightCapacities.length);
  for (let node = 0; node < left.length; node += 1) {
    if (leftCapacities[node] === 0) continue;
    let degree = 0;
    for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge += 1) {
      const other = rights[edge] ?? 0;
      if ((values[edge] ?? 0) < least || rightCapacities[other] === 0) continue;
      right[other] = (right[other] ?? 0) + 1;
      degree += 1;
    }
    left[node] = Math.min(degree, leftCapacities[node] ?? 0);
  }
  return { left, right: right.map((degree, node) => Math.min(degree, rightCapacities[node] ?? 0)) };
}

/** The left node of each edge, given the edges in rising order. */
export function leftsOf({ starts }: Pick<Rows, "starts">, edges: Int32Array): Int32Array {
  let left = 0;
  return edges.map((edge) => {
    while ((starts[left + 1] ?? 0) <= edge) left += 1;
    return left;
  });
}

/** The least and the greatest value that counts; the least is infinite where there is none. */
export function rangeOf({ values, least }: Rows): { readonly lowest: number; readonly highest: number } {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (let edge = 0; edge < values.length; edge += 1) {
    const value = values[edge] ?? 0;
    if (value < least) continue;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { lowest, highest };
}

export function sum(numbers: Int32Array): number {
  let total = 0;
  for (let at = 0; at < numbers.length; at += 1) total += numbers[at] ?? 0;
  return total;
}
