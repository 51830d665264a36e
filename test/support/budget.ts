import type { Reporter, TestModule } from "vitest/node";

/**
 * Seconds that the tests of each suite may take, the times of all its files added up. Two cores run two files at
 * once, so that the whole takes half of what it costs. A machine that does nothing else needs half of these budgets
 * (under five minutes); one that is busy, or half as fast, all of them.
 */
const budgets: Readonly<Record<string, number>> = { unit: 60, integration: 900, browser: 200 };

/** Says what each suite has cost of its budget, and fails a run that costs more. */
export default class Budget implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const spent = new Map<string, number>();
    for (const module of modules) {
      const { name } = module.project;
      spent.set(name, (spent.get(name) ?? 0) + module.diagnostic().duration / 1_000);
    }
    for (const [name, seconds] of spent) {
      const budget = budgets[name];
      if (budget === undefined) continue;
      console.log(`${name}: ${seconds.toFixed(0)} s of its budget of ${budget} s`);
      if (seconds > budget) process.exitCode = 1;
    }
  }
}
