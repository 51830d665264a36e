import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { root, writePlan } from "./plan.ts";

/** Brings SST's real components, and plans a customer's stage and a trial's once for all tests. */
export default function prepare(project: TestProject): void {
  install();
  project.provide("plans", { example: writePlan("example"), trial: writePlan("trial") });
}

/** From the npm registry alone; half a minute the first time. */
function install(): void {
  if (existsSync(`${root}.sst/platform/node_modules`)) return;
  process.stdout.write("Installing SST's components for the proof of the stacks (once, about 20 s) …\n");
  execFileSync("npx", ["sst", "install", "--stage", "example"], {
    cwd: root,
    stdio: "ignore",
    env: {
      ...process.env,
      SST_SKIP_DEPENDENCY_CHECK: "1",
      SST_NO_BUN: "1",
      SST_TELEMETRY_DISABLED: "1",
    },
  });
}
