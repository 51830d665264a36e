import { MAXIMUM_FILE_BYTES } from "@viceversa/core/job/index.ts";
import type { Ports } from "@viceversa/core/ports.ts";
import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { TokenSettings } from "./auth.ts";
import { crossOrigin } from "./cross-origin.ts";
import { docs } from "./docs.ts";
import type { Environment, Room } from "./operation.ts";
import { pages } from "./pages/index.ts";
import { answerError, ProblemError } from "./problems.ts";
import { contextOf } from "./request.ts";
import { rooms } from "./rooms.ts";

export interface AppOptions {
  readonly ports: Ports;
  readonly tokens: TokenSettings;
  /** Where swagger-ui-dist's files are. */
  readonly docsFolder: string;
}

/** The whole HTTP surface. */
export function createApp({ ports, tokens, docsFolder }: AppOptions): Hono<Environment> {
  const app = new Hono<Environment>();
  app.onError(answerError);
  app.notFound(notThere);
  app.use("*", async (c, next) => {
    c.set("authorise", (operation) => contextOf(ports, tokens, { c, operation }));
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  });
  for (const path of ["/v1/*", "/openapi.json"]) app.use(path, crossOrigin);
  app.get("/health", (c) => c.json({ status: "ok" }));
  app.get("/openapi.json", async (c) => {
    const { default: document } = await import("./openapi.json", { with: { type: "json" } });
    return c.json(document);
  });
  app.route("/docs", docs(docsFolder));
  for (const path of ["/health", "/openapi.json", "/docs/*"]) app.all(path, () => onlyFor("GET, HEAD"));
  app.use(
    "/v1/*",
    bodyLimit({
      maxSize: MAXIMUM_FILE_BYTES,
      onError: () => {
        throw new ProblemError("too-large", "Send at most 4 MB.");
      },
    }),
  );
  app.all("/v1/:room/*", enter);
  app.route("/p", pages(ports));
  app.all("/p/:purpose/:token", () => onlyFor("GET, HEAD, POST"));
  return app;
}

/** What every answer carries; pages add their own policy. */
const securityHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "cache-control": "no-store",
};

const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const opened = new Map<string, Promise<Room>>();

/** Hands a request to the room of its concept. */
async function enter(c: HonoContext<Environment>): Promise<Response> {
  if (!METHODS.includes(c.req.method)) {
    onlyFor(METHODS.join(", "));
  }
  const name = c.req.param("room") ?? "";
  const load = Object.hasOwn(rooms, name) ? rooms[name] : undefined;
  if (!load) return notThere();
  const open = opened.get(name) ?? load().then(({ room }) => prepared(room));
  opened.set(name, open);
  const room = await open;
  const url = new URL(c.req.url);
  url.pathname = url.pathname.slice(`/v1/${name}`.length) || "/";
  refuseOtherMethods(room, url.pathname, c.req.method);
  const request = new Request(url, c.req.raw);
  return room.fetch(request, { authorise: c.var.authorise });
}

function prepared(room: Room): Room {
  room.onError(answerError);
  room.notFound((c) => refusedMethod(room, c));
  return room;
}

function onlyFor(allow: string): never {
  throw new ProblemError("method-not-allowed", `This address answers to ${allow}.`, { headers: { allow } });
}

function notThere(): never {
  throw new ProblemError("not-found", "There is nothing at this address. /docs shows what there is.");
}

/** An address that a route spells out is its own, also for the methods that a pattern beside it would take. */
function refuseOtherMethods({ routes }: Room, pathname: string, method: string): void {
  const spelt = routes.filter(({ path }) => path === pathname && !path.includes(":"));
  const known = spelt.some((route) => route.method === (method === "HEAD" ? "GET" : method));
  if (spelt.length > 0 && !known) onlyFor([...new Set(spelt.map((route) => route.method))].join(", "));
}

/** An address that exists for other methods says which (RFC 9110, 15.5.6). */
function refusedMethod(room: Room, c: HonoContext): never {
  const allowed = room.routes
    .filter(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}/?$`).test(c.req.path))
    .map(({ method }) => method);
  if (allowed.length === 0) notThere();
  onlyFor([...new Set(allowed)].join(", "));
}
