import { randomUUID } from "node:crypto";
import type { Reach } from "./world.ts";

/** An answer of the API that was not a success. */
export class ApiRefusal extends Error {
  readonly status: number;

  constructor(method: string, path: string, status: number, detail: string) {
    super(`${method} ${path} answered ${status}: ${detail}`);
    this.status = status;
  }
}

/** What the demo reads of an answer. */
// biome-ignore lint/suspicious/noExplicitAny: a demo reads whatever came, as a script of a customer would
export type Answer = any;

/** Calls the API over HTTP, as a client app does. */
export class ApiClient {
  readonly #reach: Reach;

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  get = (path: string): Promise<Answer> => this.#call("GET", path, {});
  post = (path: string, body: unknown): Promise<Answer> =>
    this.#call("POST", path, { body, headers: { "idempotency-key": randomUUID() } });
  patch = (path: string, body: unknown, version: number): Promise<Answer> =>
    this.#call("PATCH", path, { body, headers: { "if-match": `"${version}"` } });
  put = (path: string, body: unknown, version: number): Promise<Answer> =>
    this.#call("PUT", path, { body, headers: { "if-match": `"${version}"` } });

  /** What an address answers as it is. */
  text = async (path: string): Promise<string> => {
    const headers = { authorization: `Bearer ${this.#reach.token()}` };
    const response = await this.#reach.send(`${this.#reach.url}${path}`, { headers });
    if (!response.ok) throw new ApiRefusal("GET", path, response.status, await response.text());
    return response.text();
  };

  /** Sends a file's bytes. */
  send = (path: string, file: Uint8Array): Promise<Answer> =>
    this.#fetch("POST", path, new Uint8Array(file), { "content-type": "application/octet-stream" });

  /** Every page of a list. */
  async all(path: string): Promise<Answer[]> {
    const items: Answer[] = [];
    let cursor: string | undefined;
    do {
      const query = `${path.includes("?") ? "&" : "?"}limit=100${cursor ? `&cursor=${cursor}` : ""}`;
      const page = await this.get(path + query);
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    return items;
  }

  #call(
    method: string,
    path: string,
    { body, headers }: { body?: unknown; headers?: Record<string, string> },
  ) {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    return this.#fetch(method, path, body === undefined ? undefined : JSON.stringify(body), {
      ...json,
      ...headers,
    });
  }

  async #fetch(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const response = await this.#reach.send(`${this.#reach.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#reach.token()}`, ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const answer = text === "" ? undefined : JSON.parse(text);
    if (!response.ok) {
      throw new ApiRefusal(
        method,
        path,
        response.status,
        `${answer?.detail} ${JSON.stringify(answer?.issues ?? "")}`,
      );
    }
    return answer;
  }
}
