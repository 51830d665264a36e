/** The edges that matter when equally good assignments are compared, in canonical order. */
export interface Network {
  readonly leftCapacities: Int32Array;
  readonly rightCapacities: Int32Array;
  /** The edges of a left node `i` are those from `starts[i]` up to but not including `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  /** Whether each edge is worth exactly its prices. */
  readonly isTight: Uint8Array;
  /** Where each edge stands in the rows. */
  readonly places: Int32Array;
}
