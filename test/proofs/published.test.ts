import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const compiler = createRequire(import.meta.url)
  .resolve("typescript/package.json")
  .replace("package.json", "bin/tsc");

/** What somebody would write who has nothing of ours but the package. */
const program = `
import { type AssignmentProblem, solve, verifyCertificate } from "@viceversa/matching";

const problem: AssignmentProblem = {
  leftCapacities: Uint16Array.of(1, 2),
  rightCapacities: Uint16Array.of(1, 1, 1),
  edgeLeft: Uint32Array.of(0, 0, 1, 1),
  edgeRight: Uint32Array.of(0, 1, 0, 2),
  edgeScore: Float64Array.of(0.9, 0.6, 0.8, 0.1),
};
const best = solve(problem);
console.log(JSON.stringify([[...best.edges], best.totalScore, verifyCertificate(problem, best)]));
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "viceversa-published-"));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: "utf8" });

it("the solver is a package that a stranger installs, compiles against and runs", async () => {
  execFileSync("npm", ["pack", "--workspace", "@viceversa/matching", "--pack-destination", folder], {
    cwd: root,
  });
  const [archive = ""] = await readdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  run("npm", "install", "--offline", "--no-audit", "--no-fund", join(folder, archive));
  await writeFile(join(folder, "program.ts"), program);
  const options = [
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--strict",
    "--types",
    "",
    "--outDir",
    "out",
  ];
  run(process.execPath, compiler, ...options, "program.ts");
  expect(JSON.parse(run(process.execPath, "out/program.js"))).toEqual([[1, 2, 3], 1.5, []]);
  expect(await readdir(join(folder, "node_modules"))).toEqual([".package-lock.json", "@viceversa"]);
});
