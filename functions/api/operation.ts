import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "@viceversa/core/context.ts";
import type { Context as HonoContext } from "hono";
import { z } from "zod";
import type { Operation } from "./access.ts";
import { issuesOf, Problem, ProblemError } from "./problems.ts";

/** What the middlewares hand to a route. */
export interface Environment {
  Variables: { authorise: Authorise };
  Bindings: { authorise: Authorise };
}

/** The caller's context for an operation, or a refusal. */
export type Authorise = (operation: Operation) => Promise<Context>;

/** The routes of one concept. Its schemas are built when it is first asked for, and not when the function starts. */
export type Room = OpenAPIHono<Environment>;

export const createRoom = (): Room => new OpenAPIHono<Environment>();

/** No JSON of ours comes near this many characters. */
const MAXIMUM_JSON = 1024 * 1024;

type Shape = z.ZodType;
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

/** One operation: its schemas, and the one verb that it calls. */
interface Definition<P, Q, B, A> {
  readonly operation: Operation;
  readonly method: "get" | "post" | "patch" | "put" | "delete";
  /** As in OpenAPI, below the room: `/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The body is a file of at most 4 MB, whose bytes the verb reads. */
  readonly file?: boolean;
  readonly answer: A;
  /** The answer is a document for people: the verb gives its HTML. */
  readonly html?: boolean;
  readonly status?: 200 | 201 | 202 | 204;
  /** The client must say which version it has seen, and gets the new one in `ETag`. */
  readonly versioned?: boolean;
  /** False for a POST that a repeat would do again; every other one takes an `Idempotency-Key`. */
  readonly repeatable?: false;
  /** Domain errors that a client should expect here. */
  readonly errors?: readonly (keyof typeof documented)[];
}

interface Input<P, Q, B> {
  readonly params: Out<P>;
  readonly query: Out<Q>;
  readonly body: Out<B>;
  /** Empty where the operation takes no file. */
  readonly file: Uint8Array;
  /** From `If-Match`; 0 where the operation is not versioned. */
  readonly version: number;
}

const documented = {
  400: "Malformed request",
  401: "Not authenticated",
  403: "Not allowed",
  404: "Not there, or not yours",
  409: "Not possible now; the data say what is",
  412: "Changed since it was read",
  413: "Too large; the detail names the limit",
  415: "Another media type than this operation takes",
  422: "Invalid input; the issues say where",
  428: "If-Match is missing",
} as const;

const problemAnswer = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

/** Adds an operation to a room: validation, access, the verb, and only the declared fields in the answer. */
export function operation<P extends Shape, Q extends Shape, B extends Shape, A extends Shape>(
  room: Room,
  definition: Definition<P, Q, B, A>,
  run: (ctx: Context, input: Input<P, Q, B>) => Promise<unknown>,
): void {
  const { status = 200, answer, versioned = false } = definition;
  room.openAPIRegistry.registerPath(routeOf(definition));
  const path = definition.path.replaceAll(/\{(\w+)\}/g, ":$1") || "/";
  room.on(definition.method.toUpperCase(), path, async (c) => {
    const ctx = await c.env.authorise(definition.operation);
    const input = (await inputOf(c, definition)) as Input<P, Q, B>;
    const result = await run(ctx, input);
    if (status === 204) return c.body(null, 204);
    if (definition.html) {
      return c.html(String(result), 200, { "content-security-policy": documentPolicy });
    }
    const view = answer.parse(result) as { version?: number };
    const headers = versionOf(view);
    if (versioned && !headers) throw new Error("a versioned answer has a version");
    return c.json(view, status, headers);
  });
}

/** A document loads nothing, runs nothing and is framed by nobody. */
const documentPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const versionOf = (view: { version?: number }): Record<string, string> | undefined =>
  typeof view?.version === "number" ? { etag: `"${view.version}"` } : undefined;

function routeOf<P extends Shape, Q extends Shape, B extends Shape, A extends Shape>(
  definition: Definition<P, Q, B, A>,
) {
  const { operation, method, path, summary, params, query, body, answer, status = 200 } = definition;
  const errors = definition.errors ?? [];
  const usual = [
    401,
    403,
    ...(params ? [404] : []),
    ...(params || query || body ? [422] : []),
    ...(body || definition.file ? [400, 415] : []),
    ...(definition.file ? [413, 422] : []),
    ...(definition.versioned && method !== "get" ? [412, 428] : []),
  ] as const;
  const codes = [...new Set([...usual, ...errors])].sort() as (keyof typeof documented)[];
  const headers = headersOf(definition);
  return createRoute({
    method,
    path,
    operationId: operation,
    tags: [operation.split(".")[0] ?? operation],
    summary,
    security: [{ bearer: [] }],
    request: {
      ...(params && { params: params as never }),
      ...(query && { query: query as never }),
      ...(headers && { headers: headers as never }),
      ...(body && { body: { required: true, content: { "application/json": { schema: body } } } }),
      ...(definition.file && {
        body: { required: true, content: { "application/octet-stream": { schema: FileBytes } } },
      }),
    },
    responses: {
      [status]:
        status === 204
          ? { description: "Done" }
          : {
              description: "Done",
              content: { [definition.html ? "text/html" : "application/json"]: { schema: answer } },
            },
      ...Object.fromEntries(codes.map((code) => [code, problemAnswer(documented[code])])),
    },
  });
}

function headersOf({
  method,
  versioned,
  repeatable,
}: Pick<Definition<Shape, Shape, Shape, Shape>, "method" | "versioned" | "repeatable">) {
  if (method === "post" && repeatable !== false) {
    return z.object({
      "idempotency-key": z
        .string()
        .max(100)
        .optional()
        .describe("Makes a repeat of this request do nothing twice"),
    });
  }
  if (!versioned || method === "get") return undefined;
  return z.object({
    "if-match": z.string().optional().describe("ETag of the version that you have read; required"),
  });
}

async function inputOf<P extends Shape, Q extends Shape, B extends Shape, A extends Shape>(
  c: HonoContext,
  { params, query, body, file, versioned, method }: Definition<P, Q, B, A>,
) {
  return {
    params: params && checked(params, c.req.param(), "path"),
    query: query && checked(query, c.req.query(), "query"),
    version: versioned && method !== "get" ? requiredVersion(c.req.header("if-match")) : 0,
    body: body && checked(body, await jsonOf(c), "body"),
    file: file ? await fileOf(c) : new Uint8Array(),
  };
}

function checked(schema: Shape, value: unknown, place: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ProblemError("invalid", `The ${place} does not fit. The issues say where and what is expected.`, {
    issues: issuesOf(parsed.error),
  });
}

async function fileOf(c: HonoContext): Promise<Uint8Array> {
  const type = mediaTypeOf(c);
  if (type !== "application/octet-stream" && type !== "text/csv") {
    throw new ProblemError("unsupported-media-type", "Send the file's bytes as application/octet-stream.");
  }
  return new Uint8Array(await c.req.arrayBuffer());
}

const mediaTypeOf = (c: HonoContext): string =>
  (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

async function jsonOf(c: HonoContext): Promise<unknown> {
  if (mediaTypeOf(c) !== "application/json") {
    throw new ProblemError("unsupported-media-type", "Send JSON with the content type application/json.");
  }
  const text = await c.req.text();
  if (text.length > MAXIMUM_JSON) throw new ProblemError("too-large", "Send at most 1 MB of JSON.");
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError("malformed", "The body is not JSON.");
  }
}

function requiredVersion(header: string | undefined): number {
  if (header === undefined) {
    throw new ProblemError(
      "precondition-required",
      "Send If-Match with the ETag of the version that you have read.",
    );
  }
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new ProblemError("malformed", 'If-Match is an ETag of ours, like "3".');
  return Number(version);
}

const FileBytes = z.string().meta({ format: "binary", description: "The file, at most 4 MB" });

/** The answer of a list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    cursor: z.string().optional().describe("Where to go on; absent at the end"),
  });

/** Nothing to answer. */
export const Nothing = z.undefined();
