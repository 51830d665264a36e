import { environmentOf, type Resources } from "./environment.ts";
import { createFunction } from "./functions.ts";
import { itemActions, sendPermissions, tablePermissions } from "./permissions.ts";

/** What answers; the route is all that the access log tells of an address. One function serves them all. */
const routes = ["ANY /p/{proxy+}", "ANY /v1/{proxy+}", "$default"];

/**
 * The HTTP API with the pages behind mailed links.
 *
 * @returns the function's name
 */
export function createApi(resources: Resources) {
  const { customer, gateway, queues } = resources;
  const handler = createFunction("ApiHandler", {
    handler: "functions/api/index.handler",
    timeout: "29 seconds",
    environment: {
      ...environmentOf(resources),
      OIDC_ISSUER: customer.oidc.issuer,
      OIDC_AUDIENCE: customer.oidc.audience,
      OIDC_KEYS_URL: customer.oidc.keysUrl,
      DOCS_FOLDER: "docs-assets",
    },
    permissions: [
      ...tablePermissions(resources, {
        actions: itemActions,
        indexes: ["byPerson", "byProgramme", "byUpdated"],
      }),
      sendPermissions(queues.due),
    ],
    copyFiles: ["swagger-ui.css", "swagger-ui-bundle.js"].map((file) => ({
      from: `node_modules/swagger-ui-dist/${file}`,
      to: `docs-assets/${file}`,
    })),
  });
  for (const route of routes) gateway.route(route, handler.arn);
  return { Api: handler.name };
}
