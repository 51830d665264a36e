import type { Ports } from "@viceversa/core/ports.ts";

/** One crash: before the call with this number, or after it. */
export interface Fault {
  readonly call: number;
  readonly when: "before" | "after";
}

export class Crash extends Error {}

const watched = ["table", "queue", "scheduler", "mailer"] as const;

/** What a call does, without ids, numbers and times: two calls of one shape come from one place in the code. */
const shapeOf = (port: string, method: string, given: readonly unknown[]): string =>
  `${port}.${method} ${JSON.stringify(given)
    .replaceAll(/[0-9a-hjkmnp-tv-z]{26}/g, "*")
    .replaceAll(/[A-Za-z0-9_-]{43}/g, "*")
    .replaceAll(/\d+/g, "#")}`;

type Around = (shape: string, run: () => Promise<unknown>) => Promise<unknown>;

/** The same ports, with every AWS call handed to a function that carries it out, or does not. */
function watchedBy<P extends Ports>(ports: P, around: Around): Ports {
  const wrap = <T extends object>(port: string, wrapped: T): T =>
    new Proxy(wrapped, {
      get: (target, name) => {
        const method = Reflect.get(target, name);
        if (typeof method !== "function") return method;
        return (...given: unknown[]) =>
          around(shapeOf(port, String(name), given), async () => method.apply(target, given));
      },
    });
  return { ...ports, ...Object.fromEntries(watched.map((name) => [name, wrap(name, ports[name])])) };
}

/** While armed, crashes twice at each shape of call: before the first of them, and after the second. */
export class EachTwice {
  armed = false;
  crashes = 0;
  readonly #met = new Map<string, number>();

  between = <P extends Ports>(ports: P): Ports =>
    watchedBy(ports, async (shape, run) => {
      if (!this.armed) return run();
      const met = this.#met.get(shape) ?? 0;
      this.#met.set(shape, met + 1);
      if (met > 1) return run();
      if (met === 1) await run();
      this.crashes += 1;
      throw new Crash();
    });
}

/** Knows every AWS call that goes through it, and crashes at one of them. */
export class Faults {
  /** The shape of each call, in order. */
  readonly shapes: string[] = [];
  readonly #fault: Fault | undefined;

  constructor(fault?: Fault) {
    this.#fault = fault;
  }

  between = <P extends Ports>(ports: P): Ports =>
    watchedBy(ports, async (shape, run) => {
      const call = this.shapes.push(shape);
      const here = call === this.#fault?.call ? this.#fault.when : undefined;
      if (here === "before") throw new Crash();
      const result = await run();
      if (here === "after") throw new Crash();
      return result;
    });
}

/** The first and the last call of each shape, by their numbers. */
export function callsOfEachShape(shapes: readonly string[]): number[] {
  const numbers = shapes.flatMap((shape, at) =>
    shapes.indexOf(shape) === at || shapes.lastIndexOf(shape) === at ? [at + 1] : [],
  );
  return [...new Set(numbers)];
}
