/**
 * The six formats as a table of what differs. The planner, the matcher and the pages read it; a new format
 * is a row here. `available` says whether programmes can be made in it yet.
 */
export const formats = {
  "in-person": { available: true, meets: "place", sharesSite: true, roles: ["mentor", "mentee"] },
  remote: { available: true, meets: "link", sharesSite: false, roles: ["mentor", "mentee"] },
  blended: { available: false, meets: "either", sharesSite: false, roles: ["mentor", "mentee"] },
  group: { available: false, meets: "either", sharesSite: false, roles: ["mentor", "mentee"] },
  mixed: { available: false, meets: "either", sharesSite: false, roles: ["mentor", "mentee"] },
  peer: { available: false, meets: "either", sharesSite: false, roles: ["both"] },
} as const satisfies Record<string, FormatDifferences>;

export interface FormatDifferences {
  readonly available: boolean;
  /** What a session needs: a place, a link, or one of them. */
  readonly meets: "place" | "link" | "either";
  /** Members must work at one site. */
  readonly sharesSite: boolean;
  readonly roles: readonly ("mentor" | "mentee" | "both")[];
}

export type Format = keyof typeof formats;
export const formatNames = Object.keys(formats) as [Format, ...Format[]];
