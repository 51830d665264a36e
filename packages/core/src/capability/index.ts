import { createHmac, timingSafeEqual } from "node:crypto";
import { invariant } from "../invariant.ts";
import type { CapabilityKey, Secrets } from "../ports.ts";

/** What a mailed link lets its holder do. */
export const purposes = [
  "join",
  "apply",
  "prepare",
  "match",
  "my-programme",
  "manage",
  "report",
  "matching",
  "questionnaire",
  "cannot-come",
  "proposal",
  "follow-up",
  "unsubscribe",
  "preferences",
] as const;
export type Purpose = (typeof purposes)[number];

/**
 * What a token says. `id` is the thing it opens, `generation` rises when earlier links are to be void.
 * Expiry and revocation live on the thing and not in the token.
 */
export interface Capability {
  readonly purpose: Purpose;
  readonly id: string;
  readonly generation: number;
}

/** Longer than any token of ours; more than this is no token and is not looked at. */
const MAXIMUM_TOKEN = 300;
const shape = /^([a-z-]+)\.([A-Za-z0-9_~-]+)\.(\d{1,6})\.([a-z0-9]{1,8})\.([A-Za-z0-9_-]{43})$/;

const signed = (content: string, { secret }: CapabilityKey): string =>
  createHmac("sha256", secret).update(content).digest("base64url");

/** The token of a mailed link, signed with the newest key: `<purpose>.<id>.<generation>.<key>.<HMAC-SHA-256>`. */
export async function mintCapability(
  { secrets }: { secrets: Secrets },
  { purpose, id, generation }: Capability,
): Promise<string> {
  const [key] = await secrets.capabilityKeys();
  invariant(key, "there is a key to sign capabilities with");
  const content = `${purpose}.${id}.${generation}.${key.id}`;
  return `${content}.${signed(content, key)}`;
}

/** What a token says when one of our keys has signed it, and `undefined` otherwise. */
export async function verifyCapability(
  { secrets }: { secrets: Secrets },
  token: string,
): Promise<Capability | undefined> {
  const [, purpose, id, generation, keyId, signature] =
    (token.length <= MAXIMUM_TOKEN && shape.exec(token)) || [];
  const key = (await secrets.capabilityKeys()).find((one) => one.id === keyId);
  if (!key || !id || !signature) return undefined;
  const expected = signed(token.slice(0, token.lastIndexOf(".")), key);
  // As text: the last character of base64url has bits to spare, and each token has one spelling.
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) return undefined;
  const known = purposes.find((one) => one === purpose);
  return known && { purpose: known, id, generation: Number(generation) };
}
