import { SCORE_UNITS } from "./problem.ts";

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

export function seatCounts(rows: Rows): SeatCounts {
  const { leftCapacities, rightCapacities, starts, least } = rows;
  if (least > 0 || rightCapacities.includes(0)) return countedSeats(rows);
  // All edges count, so that a look at some of them mostly shows that everybody has enough.
  const left = leftCapacities.map((capacity, node) =>
    Math.min(capacity, (starts[node + 1] ?? 0) - (starts[node] ?? 0)),
  );
  return { left, right: rightSeats(rows) };
}

function rightSeats({ leftCapacities, rightCapacities, starts, rights }: Rows): Int32Array {
  const seats = new Int32Array(rightCapacities.length);
  let missing = sum(rightCapacities);
  for (let left = 0; left < leftCapacities.length && missing > 0; left += 1) {
    if (leftCapacities[left] === 0) continue;
    for (let edge = starts[left] ?? 0; edge < (starts[left + 1] ?? 0); edge += 1) {
      const right = rights[edge] ?? 0;
      if (seats[right] === rightCapacities[right]) continue;
      seats[right] = (seats[right] ?? 0) + 1;
      missing -= 1;
    }
  }
  return seats;
}

function countedSeats({ leftCapacities, rightCapacities, starts, rights, values, least }: Rows): SeatCounts {
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

/** Scatters the edges at which left nodes begin to look (Knuth's multiplicative hashing). */
const SCATTER = 2_654_435_761;

/**
 * At which of its edges a left node begins to look. Each begins elsewhere, so that many equal edges do not bring all of
 * them to the same few seats.
 */
export const firstLook = (left: number, edgeCount: number): number =>
  (left * SCATTER) % Math.max(1, edgeCount);

/** The left node of each edge, given the edges in rising order. */
export function leftsOf({ starts }: Pick<Rows, "starts">, edges: Int32Array): Int32Array {
  let left = 0;
  return edges.map((edge) => {
    while ((starts[left + 1] ?? 0) <= edge) left += 1;
    return left;
  });
}

/** The values that count, each once, in rising order. */
export function distinctValues({ values, least }: Rows): Uint32Array {
  if (values.length < SCORE_UNITS / 20)
    return values
      .filter((value) => value >= least)
      .sort()
      .filter((value, at, all) => value !== all[at - 1]);
  // With many edges to mark what is there is faster than to sort.
  const isThere = new Uint8Array(1 + SCORE_UNITS);
  for (let edge = 0; edge < values.length; edge += 1) isThere[values[edge] ?? 0] = 1;
  const distinct = new Uint32Array(1 + SCORE_UNITS);
  let count = 0;
  for (let value = least; value < isThere.length; value += 1) {
    distinct[count] = value;
    count += isThere[value] ?? 0;
  }
  return distinct.slice(0, count);
}

export function sum(numbers: Int32Array): number {
  let total = 0;
  for (let at = 0; at < numbers.length; at += 1) total += numbers[at] ?? 0;
  return total;
}
