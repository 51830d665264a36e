/** The names of the fields of an application, which its page writes and its reader reads. */
export const applicationFields = {
  choice: "choice",
  offer: (key: string): string => `offer.${key}`,
  now: (key: string): string => `now.${key}`,
  goal: (key: string): string => `goal.${key}`,
  priority: (key: string): string => `priority.${key}`,
  language: (code: string): string => `language.${code}`,
  free: (weekday: number, part: string): string => `free.${weekday}.${part}`,
  interests: "interests",
  venue: "venue",
  motivation: "motivation",
  avoid: (at: number): string => `avoid.${at}`,
  reason: (at: number): string => `reason.${at}`,
} as const;

/** A fault may also lie in a part of the page as a whole. */
export const applicationParts = { offers: "offers", wants: "wants" } as const;

/** The weekdays that are offered, 1 for Monday, and their parts. */
export const weekdays = [1, 2, 3, 4, 5] as const;
export const dayParts = [
  { name: "morning", from: "09:00", to: "12:00" },
  { name: "midday", from: "12:00", to: "14:00" },
  { name: "afternoon", from: "14:00", to: "18:00" },
] as const;
export type DayPart = (typeof dayParts)[number]["name"];

/** How many people somebody names at most whom she would rather not meet. */
export const AVOIDED_PEOPLE = 3;

/** What is ticked says so with this value. */
export const TICKED = "on";

/** Why a field of an application does not fit. */
export type ApplicationFault =
  | "choose"
  | "noOffer"
  | "noWish"
  | "tooMany"
  | "noGoal"
  | "noStep"
  | "impossible"
  | "tooManyInterests"
  | "tooLong"
  | "noLink"
  | "noEmail"
  | "unknownEmail"
  | "ownEmail";

/** What does not fit, by field, in the order of the page. */
export type ApplicationFaults = ReadonlyMap<string, ApplicationFault>;
