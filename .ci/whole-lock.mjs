// A lock file made on one platform can miss the binaries of the others; then the project would not
// install there. Each optional dependency that a package names must have its place in the lock.
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies).filter((name) => {
    const hoisted = `node_modules/${name}`;
    return !packages[`${path}/${hoisted}`] && !packages[hoisted];
  }),
);
if (missing.length > 0) {
  console.error(`package-lock.json lacks: ${[...new Set(missing)].join(", ")}`);
  process.exit(1);
}
console.log("package-lock.json holds the binaries of every platform");
