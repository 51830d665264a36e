import { Choice } from "./choice.ts";
import { IdleSeats } from "./idle-seats.ts";
import type { Lot } from "./lot.ts";
import { RisingHeap } from "./rising-heap.ts";
import { type SeatCounts, sum } from "./rows.ts";
import { openingPrices, Seats } from "./seats.ts";
import { Waiting } from "./waiting.ts";

/** By how much the margin shrinks from round to round. From 3 to 20 the time changes by a fifth at most. */
const SHRINK = 8;
/**
 * How much finer than the greatest value the first round is. Where seats stay over, prices have to rise over all the
 * market until it is plain which; where none do, a coarse round is waste.
 */
const START = { whereSeatsStayOver: 8, otherwise: 128 };
/** In place of a left node: none, and `vacancy`. */
const NONE = -1;
const VACANCY = -2;

/**
 * An auction for the greatest sum of values with as many pairs as there can be, by ε-scaling.
 *
 * Left nodes bid for seats at right nodes. Two more take part, so that every seat is taken: `vacancy` bids for the
 * right seats that stay empty, `idleness` has places for the left seats that do. How many these are is known, because
 * it is known how many pairs there can be; so no large constant has to stand for "not paired".
 *
 * A bidder takes its best seat and offers all of its gain but what its second-best would leave. A node with one taker
 * too many drops the lowest offer and asks `margin` more than the lowest that remains. A round ends when all are
 * served; its prices are off by `margin` and start the next, finer round. Values are multiplied by `factor`, which is
 * more than the number of nodes, and the last margin is 1: no closed walk can then gain a whole value.
 *
 * - D. P. Bertsekas, "The auction algorithm: a distributed relaxation method for the assignment problem", Annals of
 *   Operations Research 14 (1988) 105–123: bids, ε-complementary slackness, ε-scaling.
 * - A. V. Goldberg and R. Kennedy, "An efficient cost scaling algorithm for the assignment problem", Mathematical
 *   Programming 71 (1995) 153–177: the double-push (a bid and the drop that it causes); rounds that begin without
 *   pairs but with the old prices; time O(nodes × edges × log(nodes × greatest value)).
 * - D. P. Bertsekas and D. A. Castañon, "The auction algorithm for the transportation problem", Annals of Operations
 *   Research 20 (1989) 67–96: nodes with several seats.
 * - A. Volgenant, "Solving the k-cardinality assignment problem by transformation", European Journal of Operational
 *   Research 157 (2004) 322–331: rows and columns that stand for those not paired.
 */
export class Auction {
  readonly seats: Seats;
  readonly factor: number;
  /** What a seat of each left node and, last, of `vacancy` gives up: minus its gain. Only rises in a round. */
  readonly sacrifices: Float64Array;
  /** What a seat at each right node and, last, at `idleness` costs. Only rises. */
  readonly prices: Float64Array;
  readonly #counts: SeatCounts;
  readonly #choice: Choice;
  readonly #greatestWeight: number;
  readonly #step: number;
  /** The place of `vacancy` among the bidders and of `idleness` among the prices, and how many seats either has. */
  readonly #vacancy: number;
  readonly #idleness: number;
  readonly #vacancies: number;
  readonly #idle: IdleSeats;
  /** Right nodes where `vacancy` can take another seat, by price; left nodes with idle seats, by sacrifice. */
  readonly #forVacancy: RisingHeap;
  readonly #idlers: RisingHeap;
  readonly #waiting: Waiting;
  #margin = 0;

  constructor({ rows, counts, leftMinima, matched, lowest, highest, step }: Lot) {
    const leftCount = counts.left.length;
    const rightCount = counts.right.length;
    this.factor = leftCount + rightCount + 3;
    this.#step = step;
    this.#greatestWeight = (highest - lowest) * this.factor;
    this.#counts = counts;
    this.seats = new Seats(counts);
    this.sacrifices = new Float64Array(leftCount + 1);
    this.prices = openingPrices(counts);
    this.#choice = new Choice({
      rows,
      seats: this.seats,
      prices: this.prices,
      worthOf: { lowest, factor: this.factor },
    });
    this.#vacancies = sum(counts.right) - matched;
    this.#vacancy = leftCount;
    this.#idleness = rightCount;
    this.#idle = new IdleSeats({ counts, leftMinima, matched });
    this.#forVacancy = new RisingHeap(this.prices);
    this.#idlers = new RisingHeap(this.sacrifices);
    this.#waiting = new Waiting(leftCount + 1);
  }

  /** The margin of the first round. */
  firstMargin(): number {
    const areLeft = this.#vacancies > 0 || this.#idle.places > 0;
    return this.#wholeSteps(this.#greatestWeight / (areLeft ? START.whereSeatsStayOver : START.otherwise));
  }

  #wholeSteps(margin: number): number {
    return Math.max(1, Math.floor(margin / this.#step)) * this.#step;
  }

  /** Serves all bidders anew, and gives the margin of the next round; there is none after that of one step. */
  round(margin: number): number | undefined {
    this.#margin = margin;
    this.#begin();
    this.#letBid();
    return margin === this.#step ? undefined : this.#wholeSteps(margin / SHRINK);
  }

  /** The sum of what the values of all pairs are over the lowest. */
  total(): number {
    const { starts, rightLoads, worths } = this.seats;
    let total = 0;
    for (let right = 0; right < rightLoads.length; right += 1)
      for (let place = 0; place < (rightLoads[right] ?? 0); place += 1)
        total += worths[(starts[right] ?? 0) + place] ?? 0;
    return total / this.factor;
  }

  #begin(): void {
    this.seats.clear();
    this.#idle.clear();
    this.#idlers.clear();
    this.#forVacancy.clear();
    const { left, right } = this.#counts;
    // By index: entries would make a pair for each node in each round.
    for (let node = 0; node < right.length; node += 1)
      if ((right[node] ?? 0) > 0) this.#forVacancy.push(node);
    for (let node = 0; node < left.length; node += 1) this.#waiting.want(node, left[node] ?? 0);
    this.#waiting.want(this.#vacancy, this.#vacancies);
  }

  /** A method of its own, with nothing after the loop: V8 throws away what it has optimised when it comes to new code. */
  #letBid(): void {
    for (let bidder = this.#waiting.next(); bidder !== undefined; bidder = this.#waiting.next()) {
      if (bidder === this.#vacancy) this.#bidForVacancy();
      else this.#bid(bidder);
    }
  }

  /** Bids for the best seat, or stays idle if that is better. */
  #bid(left: number): void {
    this.#choice.choose(left);
    const { right, worth, gain, second } = this.#choice;
    const idleGain = this.#idleGain(left);
    if (idleGain > gain) this.#becomeIdle(left, idleGain, gain);
    else {
      const next = Math.max(second, idleGain);
      this.sacrifices[left] = Number.isFinite(next) ? -next : this.#margin - gain;
      this.#waiting.serve(left, 1);
      if (this.seats.hasFreeRight(right)) this.seats.give(left, right, worth);
      else this.#drop(right, left, worth);
    }
  }

  /** What one seat more left idle would gain. */
  #idleGain(left: number): number {
    return this.#idle.roomOf(left) > 0 ? -(this.prices[this.#idleness] ?? 0) : Number.NEGATIVE_INFINITY;
  }

  /** Leaves as many seats idle as a left node still wants to fill and may leave idle. */
  #becomeIdle(left: number, idleGain: number, second: number): void {
    const seats = Math.min(this.#waiting.wantedBy(left), this.#idle.roomOf(left));
    this.#waiting.serve(left, seats);
    if (this.#idle.of(left) === 0) this.#idlers.push(left);
    this.#idle.take(left, seats);
    this.sacrifices[left] = this.#idle.roomOf(left) > 0 ? -idleGain : -second;
    while (this.#idle.areTooMany()) this.#dropIdler();
  }

  #dropIdler(): void {
    const left = this.#idlers.top() ?? 0;
    this.#idle.giveBack(left);
    if (this.#idle.of(left) === 0) this.#idlers.pop();
    const next = this.#idlers.top() ?? left;
    this.prices[this.#idleness] = this.#margin + (this.sacrifices[next] ?? 0);
    this.#waiting.want(left, 1);
  }

  /** Takes the cheapest seat to keep it vacant. */
  #bidForVacancy(): void {
    const right = this.#forVacancy.top() ?? 0;
    const seats = this.#counts.right[right] ?? 0;
    const vacant = (this.seats.vacant[right] ?? 0) + 1;
    const isFull = vacant + (this.seats.rightLoads[right] ?? 0) > seats;
    this.seats.vacant[right] = vacant;
    this.#waiting.serve(this.#vacancy, 1);
    if (vacant === seats) this.#forVacancy.pop();
    this.sacrifices[this.#vacancy] = this.prices[this.#forVacancy.top() ?? right] ?? 0;
    if (isFull) this.#drop(right, NONE, 0);
  }

  /** Drops the lowest offer at a right node that has one taker too many, and raises the price. */
  #drop(right: number, newcomer: number, worth: number): void {
    const { holders, worths, starts, rightLoads } = this.seats;
    let loser = newcomer;
    let lowest = newcomer === NONE ? Number.POSITIVE_INFINITY : worth + (this.sacrifices[newcomer] ?? 0);
    let second = Number.POSITIVE_INFINITY;
    const start = starts[right] ?? 0;
    for (let place = start; place < start + (rightLoads[right] ?? 0); place += 1) {
      const holder = holders[place] ?? 0;
      const offer = (worths[place] ?? 0) + (this.sacrifices[holder] ?? 0);
      if (offer < lowest) {
        second = lowest;
        lowest = offer;
        loser = holder;
      } else if (offer < second) second = offer;
    }
    const vacant = this.seats.vacant[right] ?? 0;
    const vacantOffer = vacant > 0 ? (this.sacrifices[this.#vacancy] ?? 0) : Number.POSITIVE_INFINITY;
    if (vacantOffer < lowest) {
      second = vacant > 1 ? vacantOffer : lowest;
      loser = VACANCY;
    } else if (vacantOffer < second) second = vacantOffer;
    this.prices[right] = this.#margin + second;
    if (loser === VACANCY) this.#giveUpVacancy(right);
    else {
      if (loser !== newcomer) this.seats.take(loser, right);
      this.#waiting.want(loser, 1);
    }
    if (newcomer !== NONE && loser !== newcomer) this.seats.give(newcomer, right, worth);
  }

  #giveUpVacancy(right: number): void {
    const vacant = this.seats.vacant[right] ?? 0;
    if (vacant === this.#counts.right[right]) this.#forVacancy.push(right);
    this.seats.vacant[right] = vacant - 1;
    this.#waiting.want(this.#vacancy, 1);
  }
}
