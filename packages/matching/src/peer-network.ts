/** Edges between peers in canonical order, by lower and then higher node, with whole values. */
export interface PeerNetwork {
  readonly nodeCount: number;
  readonly lows: Int32Array;
  readonly highs: Int32Array;
  /** What each edge is worth. */
  readonly values: Float64Array;
  /** Where each edge stands in the caller's arrays. */
  readonly rows: Int32Array;
}

/** What each node is joined to, in rising order: the entries from `starts[node]` up to but not `starts[node + 1]`. */
export interface Neighbours {
  readonly starts: Int32Array;
  readonly others: Int32Array;
  readonly values: Float64Array;
}

export function neighboursOf({ nodeCount, lows, highs, values }: PeerNetwork): Neighbours {
  const starts = new Int32Array(nodeCount + 1);
  for (const ends of [lows, highs]) for (const node of ends) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let node = 0; node < nodeCount; node += 1)
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const next = starts.slice();
  const others = new Int32Array(2 * lows.length);
  const all = new Float64Array(2 * lows.length);
  const note = (node: number, other: number, value: number): void => {
    const place = next[node] ?? 0;
    others[place] = other;
    all[place] = value;
    next[node] = place + 1;
  };
  for (let edge = 0; edge < lows.length; edge += 1) {
    const [low, high, value] = [lows[edge] ?? 0, highs[edge] ?? 0, values[edge] ?? 0];
    note(low, high, value);
    note(high, low, value);
  }
  return { starts, others, values: all };
}

/** The same nodes with some of the edges. */
export function keepingPeers(network: PeerNetwork, isKept: (edge: number) => boolean): PeerNetwork {
  const kept = Int32Array.from(network.lows.keys()).filter(isKept);
  return {
    nodeCount: network.nodeCount,
    lows: kept.map((edge) => network.lows[edge] ?? 0),
    highs: kept.map((edge) => network.highs[edge] ?? 0),
    values: Float64Array.from(kept, (edge) => network.values[edge] ?? 0),
    rows: kept.map((edge) => network.rows[edge] ?? 0),
  };
}
