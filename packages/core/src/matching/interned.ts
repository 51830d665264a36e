/** Two sides' words as numbers, the same for the same word; -1 where there is none. */
export interface Interned {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
}

export function interned<Candidate>(
  sides: { readonly mentors: readonly Candidate[]; readonly mentees: readonly Candidate[] },
  wordOf: (candidate: Candidate) => string | undefined,
): Interned {
  const numbers = new Map<string, number>();
  const numberOf = (candidate: Candidate): number => {
    const word = wordOf(candidate);
    if (word === undefined) return -1;
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  return {
    mentors: Int32Array.from(sides.mentors, numberOf),
    mentees: Int32Array.from(sides.mentees, numberOf),
  };
}

const BITS = 32;

/** How many of their words a mentor and a mentee share, by their places; sets are rows of bits. */
export function sharedCounts<Candidate>(
  sides: { readonly mentors: readonly Candidate[]; readonly mentees: readonly Candidate[] },
  wordsOf: (candidate: Candidate) => readonly string[],
): (mentor: number, mentee: number) => number {
  const vocabulary = new Map<string, number>();
  for (const candidate of [...sides.mentors, ...sides.mentees])
    for (const word of wordsOf(candidate)) if (!vocabulary.has(word)) vocabulary.set(word, vocabulary.size);
  const width = Math.ceil(vocabulary.size / BITS);
  const rowsOf = (candidates: readonly Candidate[]): Uint32Array => {
    const rows = new Uint32Array(candidates.length * width);
    for (const [at, candidate] of candidates.entries())
      for (const word of wordsOf(candidate)) setBit(rows, at * width, vocabulary.get(word) ?? 0);
    return rows;
  };
  const mentors = rowsOf(sides.mentors);
  const mentees = rowsOf(sides.mentees);
  return (mentor, mentee) => {
    let count = 0;
    for (let word = 0; word < width; word += 1)
      count += ones((mentors[mentor * width + word] ?? 0) & (mentees[mentee * width + word] ?? 0));
    return count;
  };
}

export function setBit(rows: Uint32Array, from: number, bit: number): void {
  const word = from + Math.floor(bit / BITS);
  rows[word] = ((rows[word] ?? 0) | (1 << (bit % BITS))) >>> 0;
}

/** How many bits of a word are set (H. S. Warren, "Hacker's Delight", section 5-1). */
export function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
