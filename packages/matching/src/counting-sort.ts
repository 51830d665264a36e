/** Rows by their key, rows of equal keys in the order in which they come; and where the rows of each key start. */
export function countingSort(
  rows: Int32Array | null,
  keys: Uint32Array,
  keyCount: number,
): { readonly sorted: Int32Array; readonly starts: Uint32Array } {
  const starts = new Uint32Array(keyCount + 1);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? 0;
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key < keyCount; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const sorted = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const row = rows ? (rows[at] ?? 0) : at;
    const key = keys[row] ?? 0;
    const place = next[key] ?? 0;
    sorted[place] = row;
    next[key] = place + 1;
  }
  return { sorted, starts };
}
