/** The seats that bidders still want. Who came last bids first. */
export class Waiting {
  readonly #wanted: Int32Array;
  readonly #bidders: Int32Array;
  readonly #isIn: Uint8Array;
  #count = 0;

  constructor(bidderCount: number) {
    this.#wanted = new Int32Array(bidderCount);
    this.#bidders = new Int32Array(bidderCount);
    this.#isIn = new Uint8Array(bidderCount);
  }

  want(bidder: number, seats: number): void {
    this.#wanted[bidder] = (this.#wanted[bidder] ?? 0) + seats;
    if (this.#isIn[bidder] === 1) return;
    this.#isIn[bidder] = 1;
    this.#bidders[this.#count] = bidder;
    this.#count += 1;
  }

  /** The bidder whose turn it is; `undefined` when nobody wants anything. */
  next(): number | undefined {
    while (this.#count > 0) {
      const bidder = this.#bidders[this.#count - 1] ?? 0;
      if ((this.#wanted[bidder] ?? 0) > 0) return bidder;
      this.#isIn[bidder] = 0;
      this.#count -= 1;
    }
    return undefined;
  }

  /** How many seats a bidder wants. */
  wantedBy(bidder: number): number {
    return this.#wanted[bidder] ?? 0;
  }

  serve(bidder: number, seats: number): void {
    this.#wanted[bidder] = (this.#wanted[bidder] ?? 0) - seats;
  }
}
