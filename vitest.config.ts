import { defineConfig } from "vitest/config";
import Budget from "./test/support/budget.ts";

const suite = (name: string, include: string[], testTimeout: number, globalSetup: string[] = []) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, globalSetup },
});

/** A worker's files share what they import, and what V8 has learnt of it; each still starts a system of its own. */
const sharing = ({ test }: ReturnType<typeof suite>) => ({ test: { ...test, isolate: false } });

/**
 * Each suite has its own folder and its own budget per test, in milliseconds; `test/support/budget.ts` holds the
 * budget of the whole suite. `npm test` runs the first three, `npm run verify` the longer proofs.
 */
export default defineConfig({
  test: {
    globalSetup: ["test/support/runtime.ts"],
    reporters: ["default", new Budget()],
    // By itself vitest leaves one core free, and on two of them runs one file at a time.
    maxWorkers: "100%",
    projects: [
      sharing(suite("unit", ["test/unit/**/*.test.ts"], 20_000)),
      sharing(suite("integration", ["test/{conformance,http,workflow}/**/*.test.ts"], 60_000)),
      suite("browser", ["test/browser/**/*.test.ts"], 60_000),
      suite("stacks", ["test/stacks/**/*.test.ts"], 60_000, ["test/stacks/install.ts"]),
      suite("proofs", ["test/proofs/**/*.test.ts"], 600_000),
    ],
  },
});
