import { z } from "zod";

/** What somebody can be in a programme; a peer both teaches and learns. */
export const Role = z.enum(["mentor", "mentee", "peer"]);
export type Role = z.infer<typeof Role>;

/**
 * The six formats as a table of what differs. The planner, the matcher and the pages read it; a new format
 * is a row here.
 */
export const formats = {
  "in-person": {
    roles: ["mentor", "mentee"],
    gathers: "pair",
    sessions: "together",
    meets: "place",
    sharesSite: true,
  },
  remote: {
    roles: ["mentor", "mentee"],
    gathers: "pair",
    sessions: "together",
    meets: "link",
    sharesSite: false,
  },
  blended: {
    roles: ["mentor", "mentee"],
    gathers: "pair",
    sessions: "together",
    meets: "both",
    sharesSite: true,
  },
  group: {
    roles: ["mentor", "mentee"],
    gathers: "group",
    sessions: "together",
    meets: "either",
    sharesSite: false,
  },
  mixed: {
    roles: ["mentor", "mentee"],
    gathers: "group",
    sessions: "in-turn",
    meets: "either",
    sharesSite: false,
  },
  peer: { roles: ["peer"], gathers: "peers", sessions: "together", meets: "either", sharesSite: false },
} as const satisfies Record<string, FormatDifferences>;

export interface FormatDifferences {
  /** What somebody can be in it. */
  readonly roles: readonly Role[];
  /** Who makes a pairing: a mentor and a mentee, a mentor and several mentees, or two peers. */
  readonly gathers: "pair" | "group" | "peers";
  /** Whether all members of a pairing meet each time, or by turns also each mentee alone with the mentor. */
  readonly sessions: "together" | "in-turn";
  /** Where sessions are: at a place, by a link, each pairing at one of them, or now here and now there. */
  readonly meets: Meets;
  /** Members must work at one site. */
  readonly sharesSite: boolean;
}

export type Meets = "place" | "link" | "either" | "both";
export type Format = keyof typeof formats;
export const formatNames = Object.keys(formats) as [Format, ...Format[]];

/** A format's differences, as wide as their type: what is asked of one is asked of all. */
export const formatOf = ({ format }: { readonly format: Format }): FormatDifferences => formats[format];

/** Whether a mentor meets several mentees in one pairing. */
export const meetsInGroups = (programme: { readonly format: Format }): boolean =>
  formatOf(programme).gathers === "group";

/** Whose eligibility a role must fit: a peer teaches and learns. */
export const sidesOf = (role: Role): readonly ("mentor" | "mentee")[] =>
  role === "peer" ? ["mentor", "mentee"] : [role];
