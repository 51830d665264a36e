import { fileURLToPath } from "node:url";
import { generateKeyPair, SignJWT } from "jose";
import { createApp } from "../../functions/api/app.ts";
import { type Stage, type StageOptions, startStage } from "./stage.ts";

const ISSUER = "https://login.example.com/";
const AUDIENCE = "viceversa";

/** Claims of a caller: her subject, roles and address. */
export interface Claims {
  readonly sub: string;
  readonly roles?: readonly string[];
  readonly email?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  readonly body: any;
}

export interface CallOptions {
  readonly as?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Api extends Stage {
  /** A bearer token for claims; `more` overrides what is signed. */
  token(claims: Claims, more?: Record<string, unknown>, header?: object): Promise<string>;
  readonly admin: string;
  /** Calls the API; as an administrator unless told otherwise, as nobody with `as: ""`. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  raw(path: string, init?: RequestInit): Promise<Response>;
  /** What a server in front of it calls. */
  fetch(request: Request): Response | Promise<Response>;
}

/** The whole system with its HTTP surface, and a provider of tokens. */
export async function startApi(options: StageOptions = {}): Promise<Api> {
  const stage = await startStage(options);
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const app = createApp({
    ports: stage.ports,
    tokens: { issuer: ISSUER, audience: AUDIENCE, keys: async () => publicKey },
    docsFolder: fileURLToPath(new URL(".", import.meta.resolve("swagger-ui-dist/package.json"))),
  });
  const token: Api["token"] = ({ sub, roles = [], email }, more = {}, header = {}) =>
    new SignJWT({ roles, ...(email && { email, email_verified: true }), ...more })
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt", ...header })
      .setSubject(sub)
      .setIssuer((more["iss"] as string | undefined) ?? ISSUER)
      .setAudience((more["aud"] as string | undefined) ?? AUDIENCE)
      .setExpirationTime((more["exp"] as string | undefined) ?? "1h")
      .sign(privateKey);
  const admin = await token({ sub: "root", roles: ["admin"] });
  const raw = async (path: string, init?: RequestInit) => app.request(`https://api.example.com${path}`, init);
  return {
    ...stage,
    token,
    admin,
    raw,
    fetch: (request) => app.fetch(request),
    async call(method, path, { as = admin, body, headers = {} } = {}) {
      const response = await raw(path, {
        method,
        headers: {
          ...(as && { authorization: `Bearer ${as}` }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === "" ? undefined : JSON.parse(text),
      };
    },
  };
}
