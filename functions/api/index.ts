import { awsPorts } from "@viceversa/aws/ports.ts";
import { settingsFrom } from "@viceversa/aws/settings.ts";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { createRemoteJWKSet } from "jose";
import { z } from "zod";
import { createApp } from "./app.ts";

/** What the API alone knows: whose tokens it takes, and where the docs' files lie. */
const ApiSettings = z.object({
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1),
  OIDC_KEYS_URL: z.url(),
  DOCS_FOLDER: z.string().min(1),
});

function start() {
  const { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_KEYS_URL, DOCS_FOLDER } = ApiSettings.parse(process.env);
  const app = createApp({
    ports: awsPorts(settingsFrom(process.env)),
    tokens: {
      issuer: OIDC_ISSUER,
      audience: OIDC_AUDIENCE,
      keys: createRemoteJWKSet(new URL(OIDC_KEYS_URL)),
    },
    docsFolder: DOCS_FOLDER,
  });
  return handle(app);
}

let started: ReturnType<typeof start> | undefined;

/** Lambda's entry. */
export const handler = (event: LambdaEvent) => {
  started ??= start();
  return started(event);
};
