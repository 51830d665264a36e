import { createHash } from "node:crypto";
import { base32, type Id } from "./ids.ts";
import type { Ports } from "./ports.ts";

/** Who acts. A capability is a mailed link and acts as the participant that it was mailed to. */
export type Actor =
  | { readonly kind: "admin" | "manager"; readonly subject: string; readonly personId?: Id<"person"> }
  | { readonly kind: "participant"; readonly subject: string; readonly personId: Id<"person"> }
  | { readonly kind: "server"; readonly apiKeyId: Id<"apiKey"> }
  | { readonly kind: "capability"; readonly purpose: string; readonly id: string }
  | { readonly kind: "system" };

/** What every verb gets first: who acts, through which ports, and how a repeat of the request is known. */
export interface Context extends Ports {
  readonly actor: Actor;
  readonly idempotencyKey?: string;
}

/** An identity provider's subject is often an employee's number; this much tells two of them apart. */
const pseudonymOf = (subject: string): string => base32(createHash("sha256").update(subject).digest(), 26);

/** The actor as the audit and the idempotency record name it; no personal data. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "server":
      return `server:${actor.apiKeyId}`;
    case "capability":
      return `capability:${actor.purpose}:${actor.id}`;
    case "system":
      return "system";
    default:
      return `${actor.kind}:${actor.personId ?? pseudonymOf(actor.subject)}`;
  }
}
