import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { html } from "hono/html";

/** What the docs page loads, all from us, so that it works offline and under a tight policy. */
const assets: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css",
  "swagger-ui-bundle.js": "text/javascript",
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const start = `window.addEventListener("load", () => {
  SwaggerUIBundle({ url: "/openapi.json", dom_id: "#docs", deepLinking: true, persistAuthorization: false });
});
`;

/**
 * The API's documentation, readable by people.
 *
 * @param folder  where swagger-ui-dist's files are
 */
export function docs(folder: string): Hono {
  const app = new Hono();
  app.get("/", (c) => {
    c.header("content-security-policy", policy);
    return c.html(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Viceversa API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="docs"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`);
  });
  app.get("/start.js", (c) => c.body(start, 200, { "content-type": "text/javascript" }));
  app.get("/:asset", async (c) => {
    const name = c.req.param("asset");
    const type = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (!type) return c.notFound();
    return c.body(await readFile(join(folder, name), "utf8"), 200, { "content-type": type });
  });
  return app;
}
