import { writeFile } from "node:fs/promises";
import { buildOpenApi } from "./openapi.ts";

/** Builds the document ahead, so that no function has to when it starts: `npm run openapi`. */
const target = new URL("./openapi.json", import.meta.url);
await writeFile(target, `${JSON.stringify(await buildOpenApi(), undefined, 2)}\n`);
