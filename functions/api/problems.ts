import { DomainError } from "@viceversa/core/errors.ts";
import type { Context as HonoContext } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";

/** An error as every layer answers it (RFC 9457). */
export const Problem = z
  .object({
    type: z.string().describe("Stable; tells programs what happened"),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe("Tells people what to do"),
    data: z.record(z.string(), z.unknown()).optional(),
    issues: z
      .array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))
      .optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** Slug → status and title. The slugs of `core/errors.ts` and those of HTTP itself. */
const table = {
  malformed: [400, "Malformed request"],
  unauthenticated: [401, "Not authenticated"],
  forbidden: [403, "Not allowed"],
  "not-found": [404, "Not found"],
  "method-not-allowed": [405, "Method not allowed"],
  conflict: [409, "Not possible now"],
  "precondition-failed": [412, "Changed meanwhile"],
  "too-large": [413, "Too large"],
  "unsupported-media-type": [415, "Unsupported media type"],
  invalid: [422, "Invalid input"],
  "idempotency-key-reused": [422, "Idempotency key reused"],
  "precondition-required": [428, "Precondition required"],
  "limit-reached": [429, "Limit reached"],
  internal: [500, "Our fault"],
  unavailable: [503, "Busy for a moment"],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemSlug = keyof typeof table;

/** An error of HTTP itself, before any verb is reached. */
export class ProblemError extends Error {
  readonly slug: ProblemSlug;
  readonly headers: Readonly<Record<string, string>>;
  readonly issues: Problem["issues"];

  constructor(
    slug: ProblemSlug,
    detail: string,
    { headers = {}, issues }: { headers?: Record<string, string>; issues?: Problem["issues"] } = {},
  ) {
    super(detail);
    this.slug = slug;
    this.headers = headers;
    this.issues = issues;
  }
}

/** The answer to an error, from whatever layer it comes. What we did not foresee says nothing of its inside. */
export function answerError(error: Error, c: HonoContext): Response {
  if (error instanceof ProblemError) return problem(c, error.slug, error.message, error);
  if (error instanceof DomainError && error.slug in table) {
    const { issues, ...data } = error.data;
    return problem(c, error.slug as ProblemSlug, error.message, {
      ...(Array.isArray(issues) && { issues: issues as NonNullable<Problem["issues"]> }),
      ...(Object.keys(data).length > 0 && { data }),
    });
  }
  if (error instanceof HTTPException) {
    return problem(c, error.status === 413 ? "too-large" : "malformed", "This request cannot be read.");
  }
  if (passing.has(error.name)) {
    const retry = { headers: { "retry-after": "1" } };
    return problem(c, "unavailable", "Too much is going on just now. Try again in a second.", retry);
  }
  console.error(JSON.stringify({ event: "request.failed", route: c.req.routePath, error: error.name }));
  return problem(c, "internal", "Something broke on our side. Nothing was lost; try again.");
}

/** Names of AWS errors that pass by themselves. */
const passing = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionCanceledException",
  "TransactionConflictException",
  "TransactionInProgressException",
]);

interface More {
  readonly headers?: Readonly<Record<string, string>>;
  readonly issues?: Problem["issues"];
  readonly data?: Record<string, unknown>;
}

function problem(
  c: HonoContext,
  slug: ProblemSlug,
  detail: string,
  { headers, issues, data }: More = {},
): Response {
  const [status, title] = table[slug];
  const body: Problem = {
    type: `https://viceversa.dev/problems/${slug}`,
    title,
    status,
    detail,
    ...(data && { data }),
    ...(issues && { issues }),
  };
  return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json", ...headers });
}

/** What zod found wrong, as the places and sentences of a problem. */
export const issuesOf = (error: z.core.$ZodError): NonNullable<Problem["issues"]> =>
  error.issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === "symbol" ? String(part) : part)),
    message,
  }));
