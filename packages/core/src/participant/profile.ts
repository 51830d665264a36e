import { z } from "zod";
import { CompetenceLevel } from "../competence/index.ts";
import { partitionOf } from "../entity.ts";
import { type Id, idOf } from "../ids.ts";
import { Person } from "../person/index.ts";
import { Venue } from "../programme/index.ts";
import type { Item, Key } from "../table.ts";
import { Line, Paragraphs } from "../text.ts";
import { Instant } from "../time.ts";
import { participantRef } from "./items.ts";

/** More than this is a curriculum, and nobody is matched by it. */
const MAXIMUM_COMPETENCES = 12;
const MAXIMUM_HOURS = 21;
const MAXIMUM_INTERESTS = 10;
const MAXIMUM_EXCLUSIONS = 20;

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give an hour like 14:30.");

const Offer = z.strictObject({ competenceId: idOf("competence"), level: CompetenceLevel });
const Wish = z.strictObject({
  competenceId: idOf("competence"),
  from: CompetenceLevel.optional().describe("Where she is now; absent when she begins"),
  to: CompetenceLevel.describe("Where she wants to be"),
  priority: z.number().int().min(1).max(3).describe("1 is the most important"),
});

/** Hours of a week in which she can meet, in her own zone. */
const Hours = z
  .strictObject({
    weekday: z.number().int().min(1).max(7).describe("1 is Monday, 7 is Sunday"),
    from: WallTime,
    to: WallTime,
  })
  .refine(({ from, to }) => from < to, "Hours end after they have begun.");

const once = <T>(keyOf: (one: T) => string) => ({
  test: (list: readonly T[]) => new Set(list.map(keyOf)).size === list.length,
  message: "Name each of them once.",
});
const eachOnce = once<{ competenceId: string }>(({ competenceId }) => competenceId);

const base = z.object({
  offers: z
    .array(Offer)
    .max(MAXIMUM_COMPETENCES)
    .refine(eachOnce.test, eachOnce.message)
    .default([])
    .describe("What she can teach, and how well she knows it"),
  wants: z
    .array(Wish)
    .max(MAXIMUM_COMPETENCES)
    .refine(eachOnce.test, eachOnce.message)
    .default([])
    .describe("What she wants to learn"),
  languages: Person.shape.languages
    .unwrap()
    .default([])
    .describe("Languages that she can meet in; none when she leaves it to the directory"),
  availability: z.array(Hours).max(MAXIMUM_HOURS).default([]).describe("When she can meet"),
  interests: z.array(Line).max(MAXIMUM_INTERESTS).default([]).describe("What else she likes to talk about"),
  venue: Venue.optional().describe("Where she likes to meet, or her own meeting link"),
  motivation: Paragraphs.default("").describe("Why she takes part, in her own words"),
});

/** Whom she does not want to be matched with, and why; read by nobody but herself and administrators. */
export const Exclusions = z
  .array(z.strictObject({ personId: idOf("person"), reason: Paragraphs.default("") }))
  .max(MAXIMUM_EXCLUSIONS);
export type Exclusions = z.infer<typeof Exclusions>;

export const ProfileInput = z.strictObject(base.shape);
export type ProfileInput = z.infer<typeof ProfileInput>;

/** What a participant brings to her matching. */
export const Profile = base.extend({ version: z.number().int(), updatedAt: Instant }).meta({ id: "Profile" });
export type Profile = z.infer<typeof Profile>;

/**
 * Access patterns, beside the participant that is read with each mail and stays small:
 *   her profile        pk = participant#<id>, sk = PROFILE
 *   her exclusions     pk = participant#<id>, sk = EXCLUSIONS
 */
export const profileKey = (id: Id<"participant">): Key => ({
  pk: partitionOf(participantRef(id)),
  sk: "PROFILE",
});
export const exclusionsKey = (id: Id<"participant">): Key => ({
  pk: partitionOf(participantRef(id)),
  sk: "EXCLUSIONS",
});

export const profileItem = (id: Id<"participant">, profile: Profile): Item => ({
  ...profileKey(id),
  schemaVersion: 1,
  ...profile,
});
