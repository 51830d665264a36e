import { fileURLToPath } from "node:url";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { createApp } from "../../../functions/api/app.ts";
import { inbox } from "./console/inbox.ts";
import { timeMachinePage } from "./console/time.ts";
import { lockData } from "./data-lock.ts";
import type { Reach } from "./demo/world.ts";
import { type Issuer, startIssuer } from "./oidc.ts";
import { type System, startSystem } from "./system.ts";

export interface ServeOptions {
  /** 0 chooses a free one. */
  readonly port: number;
  /** A folder that keeps the data between starts. */
  readonly path?: string;
  readonly startAt: number;
}

export interface Served {
  readonly url: string;
  readonly system: System;
  readonly issuer: Issuer;
  stop(): Promise<void>;
}

/** The port is taken by somebody else. */
export class PortTaken extends Error {}

const docsFolder = fileURLToPath(new URL(".", import.meta.resolve("swagger-ui-dist/package.json")));

/** Starts the whole system with its API, pages, inbox and time machine on one address of 127.0.0.1. */
export async function serveSystem({ port, path, startAt }: ServeOptions): Promise<Served> {
  const unlock = path ? lockData(path) : () => {};
  // The port is known before the system is there: whoever asks meanwhile waits.
  const { promise: ready, resolve: open } = Promise.withResolvers<Hono>();
  let server: ServerType;
  try {
    server = await listen(async (request) => (await ready).fetch(request), port);
  } catch (error) {
    unlock();
    throw error;
  }
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`;
  const [system, issuer] = await Promise.all([
    startSystem({ startAt, pagesUrl: url, ...(path && { path }) }),
    startIssuer(`${url}/oidc`),
  ]);
  const app = new Hono();
  app.route("/inbox", inbox(system.cloud.mailbox));
  app.route("/time", timeMachinePage(system));
  app.get("/oidc/.well-known/openid-configuration", (c) => c.json(issuer.discovery));
  app.get("/oidc/jwks", (c) => c.json(issuer.keySet));
  app.get("/", (c) => c.redirect("/docs"));
  const api = createApp({ ports: system.ports, tokens: issuer.settings, docsFolder });
  app.all("*", (c) => api.fetch(c.req.raw));
  open(app);
  return {
    url,
    system,
    issuer,
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await system.stop();
      unlock();
    },
  };
}

const listen = (fetch: (request: Request) => Promise<Response>, port: number): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" ? new PortTaken(`Port ${port} is taken by another program.`) : error,
      ),
    );
  });

/** A served system as an administrator reaches it. */
export async function reachOf({ url, issuer }: Served): Promise<Reach> {
  const token = await issuer.token({ sub: "admin", roles: ["admin"] });
  return { url, token: () => token, send: (address, init) => fetch(address, init) };
}
