import { leftSeats, type Network, rightSeats, sum } from "./network.ts";
import { Pairs } from "./pairs.ts";
import { RisingHeap } from "./rising-heap.ts";
import { Waiting } from "./waiting.ts";

/** By how much the margin shrinks from round to round. From 3 to 20 the time changes by a fifth at most. */
const SHRINK = 8;
/** In place of an edge: no edge, and the seats of `vacancy`. */
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
  readonly pairs: Pairs;
  readonly factor: number;
  /** What a seat of each left node and, last, of `vacancy` gives up: minus its gain. Only rises in a round. */
  readonly sacrifices: Float64Array;
  /** What a seat at each right node and, last, at `idleness` costs. Only rises in a round. */
  readonly prices: Float64Array;
  readonly #network: Network;
  readonly #weights: Float64Array;
  readonly #leftSeats: Int32Array;
  readonly #rightSeats: Int32Array;
  /** The place of `vacancy` among the bidders and of `idleness` among the prices, and how many seats either has. */
  readonly #vacancy: number;
  readonly #idleness: number;
  readonly #vacancies: number;
  readonly #idlePlaces: number;
  /** Vacant seats of each right node; idle seats of each left node, and together. */
  readonly #vacant: Int32Array;
  readonly #idle: Int32Array;
  #idleCount = 0;
  /** Right nodes where `vacancy` can take another seat, by price; left nodes with idle seats, by sacrifice. */
  readonly #forVacancy: RisingHeap;
  readonly #idlers: RisingHeap;
  readonly #waiting: Waiting;
  #margin = 1;

  /**
   * @param network  edges with whole values from 0 on, at nodes with capacity only
   * @param matched  the largest number of pairs that there can be
   */
  constructor(network: Network, matched: number) {
    const leftCount = network.leftCapacities.length;
    const rightCount = network.rightCapacities.length;
    this.#network = network;
    this.factor = leftCount + rightCount + 3;
    this.#weights = network.values.map((value) => value * this.factor);
    this.pairs = new Pairs(network);
    this.sacrifices = new Float64Array(leftCount + 1);
    this.prices = new Float64Array(rightCount + 1);
    this.#leftSeats = leftSeats(network);
    this.#rightSeats = rightSeats(network);
    this.#vacancies = sum(this.#rightSeats) - matched;
    this.#idlePlaces = sum(this.#leftSeats) - matched;
    this.#vacancy = leftCount;
    this.#idleness = rightCount;
    this.#vacant = new Int32Array(rightCount);
    this.#idle = new Int32Array(leftCount);
    this.#forVacancy = new RisingHeap(this.prices);
    this.#idlers = new RisingHeap(this.sacrifices);
    this.#waiting = new Waiting(leftCount + 1);
  }

  run(): void {
    let margin = this.#weights.reduce((greatest, weight) => Math.max(greatest, weight), 0);
    do {
      margin = Math.max(1, Math.floor(margin / SHRINK));
      this.#margin = margin;
      this.#round();
    } while (margin > 1);
  }

  #round(): void {
    this.#begin();
    for (let bidder = this.#waiting.next(); bidder !== undefined; bidder = this.#waiting.next()) {
      if (bidder === this.#vacancy) this.#bidForVacancy();
      else this.#bid(bidder);
    }
  }

  #begin(): void {
    this.pairs.clear();
    this.#vacant.fill(0);
    this.#idle.fill(0);
    this.#idleCount = 0;
    this.#idlers.clear();
    this.#forVacancy.clear();
    for (const [right, seats] of this.#rightSeats.entries()) if (seats > 0) this.#forVacancy.push(right);
    for (const [left, seats] of this.#leftSeats.entries()) this.#waiting.want(left, seats);
    this.#waiting.want(this.#vacancy, this.#vacancies);
  }

  /** Finds the two best edges of a left node and bids for a seat, or stays idle if that is better. */
  #bid(left: number): void {
    const { starts, rights } = this.#network;
    const weights = this.#weights;
    const prices = this.prices;
    const places = this.pairs.places;
    const end = starts[left + 1] ?? 0;
    let best = Number.NEGATIVE_INFINITY;
    let second = Number.NEGATIVE_INFINITY;
    let bestEdge = NONE;
    for (let edge = starts[left] ?? 0; edge < end; edge += 1) {
      const gain = (weights[edge] ?? 0) - (prices[rights[edge] ?? 0] ?? 0);
      if (gain <= second || (places[edge] ?? 0) >= 0) continue;
      if (gain > best) {
        second = best;
        best = gain;
        bestEdge = edge;
      } else second = gain;
    }
    const idleGain = this.#idleGain(left);
    if (idleGain > best) this.#becomeIdle(left, idleGain, best);
    else {
      const next = Math.max(second, idleGain);
      this.sacrifices[left] = Number.isFinite(next) ? -next : this.#margin - best;
      this.#waiting.serve(left, 1);
      this.#take(bestEdge);
    }
  }

  /** What one seat more left idle would gain. */
  #idleGain(left: number): number {
    const canIdle = this.#idlePlaces > 0 && (this.#idle[left] ?? 0) < (this.#leftSeats[left] ?? 0);
    return canIdle ? -(this.prices[this.#idleness] ?? 0) : Number.NEGATIVE_INFINITY;
  }

  /** Leaves all seats idle that a left node still wants to fill. */
  #becomeIdle(left: number, idleGain: number, second: number): void {
    const before = this.#idle[left] ?? 0;
    const seats = this.#waiting.wantedBy(left);
    this.#waiting.serve(left, seats);
    this.#idle[left] = before + seats;
    this.sacrifices[left] = before + seats < (this.#leftSeats[left] ?? 0) ? -idleGain : -second;
    if (before === 0) this.#idlers.push(left);
    this.#idleCount += seats;
    while (this.#idleCount > this.#idlePlaces) this.#dropIdler();
  }

  #dropIdler(): void {
    const left = this.#idlers.top() ?? 0;
    const rest = (this.#idle[left] ?? 0) - 1;
    this.#idle[left] = rest;
    this.#idleCount -= 1;
    if (rest === 0) this.#idlers.pop();
    const next = this.#idlers.top() ?? left;
    this.prices[this.#idleness] = this.#margin + (this.sacrifices[next] ?? 0);
    this.#waiting.want(left, 1);
  }

  /** Takes the cheapest seat to keep it vacant. */
  #bidForVacancy(): void {
    const right = this.#forVacancy.top() ?? 0;
    const seats = this.#rightSeats[right] ?? 0;
    const vacant = (this.#vacant[right] ?? 0) + 1;
    const isFull = vacant + (this.pairs.rightLoads[right] ?? 0) > seats;
    this.#vacant[right] = vacant;
    this.#waiting.serve(this.#vacancy, 1);
    if (vacant === seats) this.#forVacancy.pop();
    this.sacrifices[this.#vacancy] = this.prices[this.#forVacancy.top() ?? right] ?? 0;
    if (isFull) this.#drop(right, NONE);
  }

  #take(edge: number): void {
    const right = this.#network.rights[edge] ?? 0;
    const taken = (this.pairs.rightLoads[right] ?? 0) + (this.#vacant[right] ?? 0);
    if (taken < (this.#rightSeats[right] ?? 0)) this.pairs.choose(edge);
    else this.#drop(right, edge);
  }

  /** Drops the lowest offer at a right node that has one taker too many, and raises the price. */
  #drop(right: number, newcomer: number): void {
    const { holders, holderStarts, rightLoads } = this.pairs;
    let loser = newcomer;
    let lowest = newcomer === NONE ? Number.POSITIVE_INFINITY : this.#offer(newcomer);
    let second = Number.POSITIVE_INFINITY;
    const start = holderStarts[right] ?? 0;
    for (let place = start; place < start + (rightLoads[right] ?? 0); place += 1) {
      const edge = holders[place] ?? 0;
      const offer = this.#offer(edge);
      if (offer < lowest) {
        second = lowest;
        lowest = offer;
        loser = edge;
      } else if (offer < second) second = offer;
    }
    const vacant = this.#vacant[right] ?? 0;
    const vacantOffer = vacant > 0 ? (this.sacrifices[this.#vacancy] ?? 0) : Number.POSITIVE_INFINITY;
    if (vacantOffer < lowest) {
      second = vacant > 1 ? vacantOffer : lowest;
      loser = VACANCY;
    } else if (vacantOffer < second) second = vacantOffer;
    this.prices[right] = this.#margin + second;
    this.#replace(right, loser, newcomer);
  }

  /** What a left node would pay for a seat and still have its gain. */
  #offer(edge: number): number {
    return (this.#weights[edge] ?? 0) + (this.sacrifices[this.#network.lefts[edge] ?? 0] ?? 0);
  }

  #replace(right: number, loser: number, newcomer: number): void {
    if (loser === VACANCY) this.#giveUpVacancy(right);
    else {
      if (loser !== newcomer) this.pairs.release(loser);
      this.#waiting.want(this.#network.lefts[loser] ?? 0, 1);
    }
    if (newcomer !== NONE && loser !== newcomer) this.pairs.choose(newcomer);
  }

  #giveUpVacancy(right: number): void {
    const vacant = this.#vacant[right] ?? 0;
    if (vacant === this.#rightSeats[right]) this.#forVacancy.push(right);
    this.#vacant[right] = vacant - 1;
    this.#waiting.want(this.#vacancy, 1);
  }
}
