import { findApiKey } from "@viceversa/core/api-key/index.ts";
import type { Actor } from "@viceversa/core/context.ts";
import type { Id } from "@viceversa/core/ids.ts";
import { findPerson } from "@viceversa/core/person/index.ts";
import type { Ports } from "@viceversa/core/ports.ts";
import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import type { Who } from "./access.ts";
import { ProblemError } from "./problems.ts";

/** How tokens of the customer's OIDC provider are recognised. */
export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  /** The provider's keys: a remote set, or a set at hand. */
  readonly keys: JWTVerifyGetKey;
}

/** Asymmetric only: whoever can check a token must not be able to make one. */
const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];
/** RFC 9068 names access tokens; many providers still say JWT. */
const TYPES = new Set(["at+jwt", "application/at+jwt", "jwt"]);

const Claims = z.object({
  sub: z.string().min(1).max(255),
  roles: z.array(z.string()).default([]),
  email: z.email().optional(),
  email_verified: z.boolean().default(false),
});

/** Who calls, as the access matrix and the verbs know her. */
export interface Caller {
  readonly who: Who;
  readonly actor: Actor;
}

const refused = (detail: string): ProblemError =>
  new ProblemError("unauthenticated", detail, {
    headers: { "www-authenticate": 'Bearer realm="viceversa"' },
  });

/**
 * Recognises the caller by her bearer token or API key.
 *
 * @throws ProblemError  there is none, or it is not valid any more
 */
export async function identify(
  ports: Pick<Ports, "table">,
  settings: TokenSettings,
  authorization: string | undefined,
): Promise<Caller> {
  const token = /^Bearer +([A-Za-z0-9._~+/=-]{1,8000})$/i.exec(authorization ?? "")?.[1];
  if (!token) throw refused("Send an Authorization header with a bearer token or an API key.");
  if (token.startsWith("key_")) return server(ports, token);
  const claims = Claims.safeParse(await verified(settings, token));
  if (!claims.success) throw refused("This token lacks what tells whose it is.");
  return person(ports, claims.data);
}

async function server(ports: Pick<Ports, "table">, token: string): Promise<Caller> {
  const key = await findApiKey(ports, token);
  if (!key) throw refused("This API key is unknown or revoked.");
  return { who: `server:${key.scope}`, actor: { kind: "server", apiKeyId: key.id } };
}

async function verified({ issuer, audience, keys }: TokenSettings, token: string): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ["exp", "sub"],
    });
    if (TYPES.has((protectedHeader.typ ?? "").toLowerCase())) return payload;
  } catch {
    // Which check failed is nobody's business but the provider's.
  }
  throw refused("This token is not valid. Get a new one.");
}

/** The highest role that a token carries; a person of the directory is found by her key or verified e-mail. */
async function person(ports: Pick<Ports, "table">, claims: z.infer<typeof Claims>): Promise<Caller> {
  const { sub: subject, roles, email, email_verified } = claims;
  if (roles.includes("admin")) return { who: "admin", actor: { kind: "admin", subject } };
  const found = await findPerson(ports, { externalId: subject, ...(email && email_verified && { email }) });
  const manager = roles.includes("manager");
  if (manager) return { who: "manager", actor: { kind: "manager", subject, ...withId(found) } };
  if (!found) throw refused("Nobody in the directory belongs to this token.");
  return { who: "participant", actor: { kind: "participant", subject, personId: found } };
}

const withId = (personId: Id<"person"> | undefined) => (personId ? { personId } : {});
