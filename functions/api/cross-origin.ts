import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";

/** As long as browsers keep a preflight at most. */
const TWO_HOURS = 2 * 60 * 60;

const answers = cors({
  origin: "*",
  allowMethods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  allowHeaders: ["authorization", "content-type", "if-match", "idempotency-key"],
  exposeHeaders: ["etag", "allow", "retry-after", "www-authenticate"],
  maxAge: TWO_HOURS,
});

/**
 * Lets client apps in browsers call the API from any origin: what a caller may do hangs on the token that her app
 * sends, and never on a cookie. Pages are not for them: whoever reads one from elsewhere has its link.
 */
export const crossOrigin: MiddlewareHandler = (c, next) => {
  // An OPTIONS that no browser asks before a request is a method like others, which nothing here answers to.
  const isPreflight = c.req.header("access-control-request-method") !== undefined;
  return c.req.method === "OPTIONS" && !isPreflight ? next() : answers(c, next);
};
