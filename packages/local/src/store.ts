import { DatabaseSync } from "node:sqlite";

/**
 * Opens the database that the embedded queues, schedules and mails share.
 *
 * @param path  a file that keeps the data between starts; in memory without it
 */
export function openStore(path?: string): DatabaseSync {
  const store = new DatabaseSync(path ?? ":memory:");
  store.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;");
  return store;
}

/** Runs several writes as one: a process that is killed leaves all of them or none. */
export function atomically<T>(store: DatabaseSync, run: () => T): T {
  store.exec("BEGIN IMMEDIATE");
  try {
    const result = run();
    store.exec("COMMIT");
    return result;
  } catch (error) {
    store.exec("ROLLBACK");
    throw error;
  }
}
