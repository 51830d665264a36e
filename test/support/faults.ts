import type { Ports } from "@viceversa/core/ports.ts";

/** One crash: before the call with this number, or after it. */
export interface Fault {
  readonly call: number;
  readonly when: "before" | "after";
}

export class Crash extends Error {}

const watched = ["table", "queue", "scheduler", "mailer"] as const;

/** Counts every AWS call that goes through it, and crashes at one of them. */
export class Faults {
  calls = 0;
  readonly #fault: Fault | undefined;

  constructor(fault?: Fault) {
    this.#fault = fault;
  }

  between = <P extends Ports>(ports: P): Ports => {
    const wrapped = Object.fromEntries(watched.map((name) => [name, this.#wrap(ports[name])]));
    return { ...ports, ...wrapped };
  };

  #wrap<T extends object>(port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const method = Reflect.get(target, name);
        if (typeof method !== "function") return method;
        return async (...given: unknown[]) => {
          this.calls += 1;
          const here = this.calls === this.#fault?.call ? this.#fault.when : undefined;
          if (here === "before") throw new Crash();
          const result = await method.apply(target, given);
          if (here === "after") throw new Crash();
          return result;
        };
      },
    });
  }
}
