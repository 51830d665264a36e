import type { Context } from "@viceversa/core/context.ts";
import type { Ports } from "@viceversa/core/ports.ts";
import type { Context as HonoContext } from "hono";
import { isAllowed, type Operation } from "./access.ts";
import { identify, type TokenSettings } from "./auth.ts";
import { ProblemError } from "./problems.ts";

/** Longer keys than this are no keys. Printable ASCII without spaces. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,100}$/;

/**
 * The context of one request: who calls, checked against the access matrix, and how a repeat is known.
 *
 * @throws ProblemError  the caller is unknown, or may not do this
 */
export async function contextOf(
  ports: Ports,
  settings: TokenSettings,
  { c, operation }: { c: HonoContext; operation: Operation },
): Promise<Context> {
  const { who, actor } = await identify(ports, settings, c.req.header("authorization"));
  if (!isAllowed(operation, who)) {
    throw new ProblemError("forbidden", `Your role does not allow ${operation}.`);
  }
  const key = c.req.method === "POST" ? c.req.header("idempotency-key") : undefined;
  if (key !== undefined && !IDEMPOTENCY_KEY.test(key)) {
    throw new ProblemError("malformed", "Idempotency-Key has 1 to 100 printable characters without spaces.");
  }
  return { ...ports, actor, ...(key !== undefined && { idempotencyKey: key }) };
}
