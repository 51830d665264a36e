/** Edges in canonical order, by left and then by right node, with whole values. */
export interface Network {
  readonly leftCapacities: Int32Array;
  readonly rightCapacities: Int32Array;
  /** The edges of a left node `i` are those from `starts[i]` up to but not including `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  /** What each edge is worth. */
  readonly values: Float64Array;
  /** Where each edge stands in the caller's arrays. */
  readonly rows: Int32Array;
}

/** What a network is built from: edges in any order. */
export interface EdgeRows {
  readonly leftCapacities: ArrayLike<number>;
  readonly rightCapacities: ArrayLike<number>;
  readonly edgeLeft: Uint32Array;
  readonly edgeRight: Uint32Array;
  /** The whole value of a row's edge. */
  readonly worthOf: (row: number) => number;
}

/** Brings edges into canonical order, in time linear in nodes and edges (two stable counting sorts). */
export function networkOf({ edgeLeft, edgeRight, worthOf, ...sides }: EdgeRows): Network {
  const leftCapacities = Int32Array.from(sides.leftCapacities);
  const rightCapacities = Int32Array.from(sides.rightCapacities);
  const unordered = new Int32Array(edgeLeft.length);
  for (let row = 0; row < unordered.length; row += 1) unordered[row] = row;
  const byRight = countingSort(unordered, edgeRight, rightCapacities.length).sorted;
  const { sorted: rows, starts } = countingSort(byRight, edgeLeft, leftCapacities.length);
  const lefts = new Int32Array(rows.length);
  const rights = new Int32Array(rows.length);
  const values = new Float64Array(rows.length);
  for (let edge = 0; edge < rows.length; edge += 1) {
    const row = rows[edge] ?? 0;
    lefts[edge] = edgeLeft[row] ?? 0;
    rights[edge] = edgeRight[row] ?? 0;
    values[edge] = worthOf(row);
  }
  return { leftCapacities, rightCapacities, starts, lefts, rights, values, rows };
}

/** The rows by their key, rows of equal keys in the order in which they came. */
function countingSort(
  rows: Int32Array,
  keys: Uint32Array,
  keyCount: number,
): { sorted: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(keyCount + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const sorted = new Int32Array(rows.length);
  for (const row of rows) {
    const key = keys[row] ?? 0;
    const place = next[key] ?? 0;
    sorted[place] = row;
    next[key] = place + 1;
  }
  return { sorted, starts };
}

/** The same nodes with some of the edges. */
export function keeping(network: Network, isKept: (edge: number) => boolean): Network {
  const { rows } = network;
  const kept = new Int32Array(rows.length);
  const starts = new Int32Array(network.starts.length);
  let count = 0;
  for (let left = 0; left < network.leftCapacities.length; left += 1) {
    const end = network.starts[left + 1] ?? 0;
    for (let edge = network.starts[left] ?? 0; edge < end; edge += 1) {
      if (!isKept(edge)) continue;
      kept[count] = edge;
      count += 1;
    }
    starts[left + 1] = count;
  }
  return { ...network, starts, ...columnsOf(network, kept.subarray(0, count)) };
}

function columnsOf(
  { lefts, rights, values, rows }: Network,
  kept: Int32Array,
): Pick<Network, "lefts" | "rights" | "values" | "rows"> {
  const keptValues = new Float64Array(kept.length);
  for (let edge = 0; edge < kept.length; edge += 1) keptValues[edge] = values[kept[edge] ?? 0] ?? 0;
  return {
    lefts: kept.map((edge) => lefts[edge] ?? 0),
    rights: kept.map((edge) => rights[edge] ?? 0),
    values: keptValues,
    rows: kept.map((edge) => rows[edge] ?? 0),
  };
}

/** How many edges each right node has. */
export function rightDegrees({ rights, rightCapacities }: Network): Int32Array {
  const degrees = new Int32Array(rightCapacities.length);
  for (const right of rights) degrees[right] = (degrees[right] ?? 0) + 1;
  return degrees;
}

/** How many pairs each left node can really be in: no more than it has edges. */
export const leftSeats = ({ leftCapacities, starts }: Network): Int32Array =>
  leftCapacities.map((capacity, left) => Math.min(capacity, (starts[left + 1] ?? 0) - (starts[left] ?? 0)));

/** How many pairs each right node can really be in. */
export function rightSeats(network: Network): Int32Array {
  const degrees = rightDegrees(network);
  return network.rightCapacities.map((capacity, right) => Math.min(capacity, degrees[right] ?? 0));
}

export const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};
