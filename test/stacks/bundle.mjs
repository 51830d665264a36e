// Bundles a function as SST does (esbuild, one ES module, nothing external) and answers with its size in bytes.
// With --readable names are kept, so that one can see what it calls.

import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , root, handler, outfile, readable] = process.argv;
const require = createRequire(join(root, ".sst/platform/package.json"));
await require("esbuild").build({
  entryPoints: [join(root, handler)],
  bundle: true,
  minify: readable !== "--readable",
  platform: "node",
  format: "esm",
  target: "esnext",
  mainFields: ["module", "main"],
  outfile,
  logLevel: "error",
  banner: {
    js: "import { createRequire as topLevelCreateRequire } from 'module';const require = topLevelCreateRequire(import.meta.url);",
  },
});
process.stdout.write(String(statSync(outfile).size));
