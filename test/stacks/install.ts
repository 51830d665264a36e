import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Brings SST's real components, from the npm registry alone; half a minute the first time. */
export default function install(): void {
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
