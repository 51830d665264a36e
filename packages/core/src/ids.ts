import { createHash } from "node:crypto";
import { z } from "zod";
import type { Ids } from "./ports.ts";

/**
 * What carries an id, and the prefix by which a person recognises it in a log or a ticket.
 */
export const prefixes = {
  person: "per",
  competence: "cmp",
  objective: "obj",
  indicator: "ind",
  observation: "obs",
  programme: "prg",
  management: "mgt",
  participant: "ptc",
  pairing: "pai",
  session: "ses",
  instrument: "ins",
  wave: "wav",
  invitation: "inv",
  response: "res",
  due: "due",
  actionItem: "act",
  interview: "int",
  matchingRun: "mat",
  job: "job",
  audit: "aud",
  mark: "mrk",
  claim: "clm",
  apiKey: "key",
} as const;

export type Thing = keyof typeof prefixes;
/** A branded id: a `SessionId` is not a `PairingId`. */
export type Id<T extends Thing> = string & z.$brand<T>;

const suffix = "[0-9a-hjkmnp-tv-z]{26}";

/** The schema of one kind of id. */
export const idOf = <T extends Thing>(thing: T) =>
  z
    .string()
    .regex(new RegExp(`^${prefixes[thing]}_${suffix}$`), `Give an id that begins with ${prefixes[thing]}_.`)
    .transform((text) => text as Id<T>);

/** Mints an id that sorts by the moment of its creation. */
export const mintSortable = <T extends Thing>(ids: Ids, thing: T): Id<T> =>
  `${prefixes[thing]}_${ids.sortable()}` as Id<T>;

/** Mints an id that tells nothing about when it was made. */
export const mintUnordered = <T extends Thing>(ids: Ids, thing: T): Id<T> =>
  `${prefixes[thing]}_${ids.unordered()}` as Id<T>;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Writes bytes in Crockford's base 32, five bits a character, as many characters as asked for. */
export function base32(bytes: Uint8Array, characters: number): string {
  let text = "";
  for (let at = 0; at < characters; at += 1) {
    const bit = at * 5;
    const window = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += alphabet[(window >> (11 - (bit & 7))) & 31];
  }
  return text;
}

/**
 * The id that an identity always has: the same parts give the same id, so that a repeat changes nothing.
 * 130 bits of SHA-256 over the parts as JSON.
 */
export function deriveId<T extends Thing>(thing: T, ...identity: readonly (string | number)[]): Id<T> {
  const digest = createHash("sha256")
    .update(JSON.stringify([thing, ...identity]))
    .digest();
  return `${prefixes[thing]}_${base32(digest, 26)}` as Id<T>;
}
