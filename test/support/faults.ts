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

/** Knows every AWS call that goes through it, and crashes at one of them. */
export class Faults {
  /** The shape of each call, in order. */
  readonly shapes: string[] = [];
  readonly #fault: Fault | undefined;

  constructor(fault?: Fault) {
    this.#fault = fault;
  }

  between = <P extends Ports>(ports: P): Ports => {
    const wrapped = Object.fromEntries(watched.map((name) => [name, this.#wrap(name, ports[name])]));
    return { ...ports, ...wrapped };
  };

  #wrap<T extends object>(port: string, wrapped: T): T {
    return new Proxy(wrapped, {
      get: (target, name) => {
        const method = Reflect.get(target, name);
        if (typeof method !== "function") return method;
        return async (...given: unknown[]) => {
          const call = this.shapes.push(shapeOf(port, String(name), given));
          const here = call === this.#fault?.call ? this.#fault.when : undefined;
          if (here === "before") throw new Crash();
          const result = await method.apply(target, given);
          if (here === "after") throw new Crash();
          return result;
        };
      },
    });
  }
}

/** The first and the last call of each shape, by their numbers. */
export function callsOfEachShape(shapes: readonly string[]): number[] {
  const numbers = shapes.flatMap((shape, at) =>
    shapes.indexOf(shape) === at || shapes.lastIndexOf(shape) === at ? [at + 1] : [],
  );
  return [...new Set(numbers)];
}
