import { OpenAPIHono } from "@hono/zod-openapi";
import { rooms } from "./rooms.ts";

const introduction = `Reverse mentoring: young employees teach senior colleagues and learn from them in return.

**Authentication.** Send \`Authorization: Bearer …\` with a token of your OIDC provider, or with an API key.
Roles: \`admin\`, \`manager\` (the programmes that name them), \`participant\` (where they take part themselves).

**Repeats.** Send an \`Idempotency-Key\` with a POST; the same key and body give the first answer for a week.

**Versions.** Reading gives an \`ETag\`; changing needs it in \`If-Match\`, and 412 says that somebody was faster.

**Browsers** may call from any origin. Nothing here reads or sets a cookie.

**Lists.** \`limit\` up to 100; go on with the \`cursor\` of the answer before. A page may be short while there is a cursor.

**Errors** are \`application/problem+json\` (RFC 9457) with a stable \`type\`.

**Time.** Instants are RFC 3339 in UTC; what people plan is a wall time with its IANA zone.`;

/** The OpenAPI 3.1 document of the whole API, from the same schemas that check its requests. */
export async function buildOpenApi(): Promise<object> {
  const whole = new OpenAPIHono();
  whole.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  for (const [name, load] of Object.entries(rooms)) whole.route(`/v1/${name}`, (await load()).room as never);
  return whole.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Viceversa",
      version: "1",
      description: introduction,
      license: { name: "MIT" },
    },
    servers: [{ url: "/" }],
  });
}
