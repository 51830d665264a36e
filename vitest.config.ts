import { defineConfig } from "vitest/config";

const suite = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout },
});

/** Each suite has its own folder and its own budget per test, in milliseconds. */
export default defineConfig({
  test: {
    globalSetup: ["test/support/runtime.ts"],
    projects: [
      suite("unit", ["test/unit/**/*.test.ts"], 5_000),
      suite("integration", ["test/{conformance,http,workflow}/**/*.test.ts"], 20_000),
    ],
  },
});
