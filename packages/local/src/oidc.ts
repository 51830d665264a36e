import { exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from "jose";

/** Claims of a caller: her subject, roles and verified address. */
export interface Claims {
  readonly sub: string;
  readonly roles?: readonly string[];
  readonly email?: string;
}

const ALGORITHM = "ES256";
const AUDIENCE = "viceversa";
const KEY_ID = "local";

/** A small OIDC provider for development: it knows everybody by the claims that it is told. */
export async function startIssuer(issuer: string) {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  const keys: JWTVerifyGetKey = async () => publicKey;
  return {
    settings: { issuer, audience: AUDIENCE, keys },
    /** What the provider publishes about itself (OpenID Connect Discovery 1.0). */
    discovery: { issuer, jwks_uri: `${issuer}/jwks`, id_token_signing_alg_values_supported: [ALGORITHM] },
    keySet: { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: "sig" }] },
    /** An access token that is valid for a day. */
    token: ({ sub, roles = [], email }: Claims): Promise<string> =>
      new SignJWT({ roles, ...(email && { email, email_verified: true }) })
        .setProtectedHeader({ alg: ALGORITHM, typ: "at+jwt", kid: KEY_ID })
        .setSubject(sub)
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime("1d")
        .sign(privateKey),
  };
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;
