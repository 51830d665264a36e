import { environmentOf, queuePermissions, type Resources, tablePermissions } from "./environment.ts";

/** The HTTP API with the pages behind mailed links. */
export function createApi(resources: Resources) {
  const { oidc } = resources.customer;
  const api = new sst.aws.ApiGatewayV2("Api", { accessLog: { retention: "1 month" } });
  api.route("$default", {
    handler: "functions/api/index.handler",
    runtime: "nodejs24.x",
    architecture: "arm64",
    memory: "512 MB",
    timeout: "29 seconds",
    environment: {
      ...environmentOf(resources),
      OIDC_ISSUER: oidc.issuer,
      OIDC_AUDIENCE: oidc.audience,
      OIDC_KEYS_URL: oidc.keysUrl,
      DOCS_FOLDER: "docs-assets",
    },
    permissions: [tablePermissions(resources), queuePermissions(resources)],
    copyFiles: ["swagger-ui.css", "swagger-ui-bundle.js"].map((file) => ({
      from: `node_modules/swagger-ui-dist/${file}`,
      to: `docs-assets/${file}`,
    })),
  });
  return api;
}
