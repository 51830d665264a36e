import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import dynalite from "dynalite";
import db, { type Store } from "dynalite/db/index.js";
import type { DynamoFailure } from "./failure.ts";
import { Transactions } from "./transaction.ts";
import { apply, type ItemRequest, lockKeyOf, plan, validated, type WriteKind, withLocks } from "./writes.ts";

interface TimeToLiveRequest {
  readonly TableName: string;
  readonly TimeToLiveSpecification: object;
}

const singleWrites: Record<string, WriteKind> = {
  PutItem: "Put",
  UpdateItem: "Update",
  DeleteItem: "Delete",
};

/**
 * DynamoDB on 127.0.0.1: dynalite for what it does well; here what it lacks (transactions, time to live,
 * the item of a failed condition) and single writes that put item and index rows in one batch.
 *
 * @param options.path  a folder that keeps the data; in memory without it. One process at a time.
 */
export function createDynamoServer(options: { path?: string }): Server {
  const { dynaliteServer, store } = createStore(options);
  const transactions = new Transactions(store, Date.now);
  const timeToLive = new Map<string, object>();

  const operations: Record<string, (request: never) => Promise<object>> = {
    TransactWriteItems: (request: never) => transactions.write(request),
    UpdateTimeToLive: async ({ TableName, TimeToLiveSpecification }: TimeToLiveRequest) => {
      timeToLive.set(TableName, TimeToLiveSpecification);
      return { TimeToLiveSpecification };
    },
    ...Object.fromEntries(
      Object.entries(singleWrites).map(([name, kind]) => [
        name,
        (request: never) => writeOne(store, kind, request),
      ]),
    ),
  };

  const server = createServer(async (request, response) => {
    const body = await buffer(request).catch(() => undefined);
    if (body === undefined) return response.destroy();
    const operation = operations[String(request.headers["x-amz-target"]).split(".")[1] ?? ""];
    if (!operation) return dynaliteServer.emit("request", replay(request, body), response);
    try {
      answer(response, 200, await operation(JSON.parse(body.toString()) as never));
    } catch (error) {
      refuse(response, error);
    }
  });
  server.on("close", () => dynaliteServer.close());
  return server;
}

/** dynalite keeps its store to itself; its own constructor hands it over while the server is made. */
function createStore(options: { path?: string }): { dynaliteServer: Server; store: Store } {
  const original = db.create;
  let store: Store | undefined;
  db.create = (given) => {
    store = original(given);
    return store;
  };
  try {
    const dynaliteServer = dynalite({ ...options, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    if (!store) throw new Error("dynalite made no store; its internals have changed");
    return { dynaliteServer, store };
  } finally {
    db.create = original;
  }
}

async function writeOne(store: Store, kind: WriteKind, request: ItemRequest): Promise<object> {
  const data = validated(store, kind, request);
  const key = await lockKeyOf(store, data);
  return withLocks(store, data.TableName, [key], async () => {
    const { operations, answer } = await plan(store, kind, data);
    await apply(store, operations);
    return answer;
  });
}

/** The same request with its body already read: an aborted body must not reach dynalite. */
const replay = ({ method, url, headers }: IncomingMessage, body: Buffer): IncomingMessage =>
  Object.assign(Readable.from([body]), { method, url, headers }) as unknown as IncomingMessage;

function answer(response: ServerResponse, status: number, data: object): void {
  const body = JSON.stringify(data);
  response.writeHead(status, {
    "content-type": "application/x-amz-json-1.0",
    "content-length": Buffer.byteLength(body),
    "x-amz-crc32": crc32(body),
  });
  response.end(body);
}

function refuse(response: ServerResponse, error: unknown): void {
  const { statusCode, body } = error as Partial<DynamoFailure>;
  const unforeseen = { __type: "InternalServerError", message: `The embedded DynamoDB failed: ${error}` };
  answer(response, statusCode ?? 500, body ?? unforeseen);
}
