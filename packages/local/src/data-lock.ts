import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another process has the data. */
export class DataInUse extends Error {}

/**
 * Keeps a second process off the same data, which the embedded table would not survive.
 *
 * @returns gives the data free again
 * @throws DataInUse  another process has the data; names it
 */
export function lockData(path: string): () => void {
  mkdirSync(path, { recursive: true });
  const file = join(path, "lock");
  for (const attempt of ["first", "after a crash"]) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      const holder = holderOf(file);
      if (attempt === "after a crash" || isRunning(holder)) {
        throw new DataInUse(
          `The data in ${path} are in use by process ${holder}. Stop it, or choose another folder.`,
          { cause: error },
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new Error("a lock is had or refused at the second attempt");
}

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

/** A killed process leaves its file behind; its number tells that it is gone. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
