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
