import type { Instrument } from "./schema.ts";

/** The roles that an instrument is for. */
export const audienceOf = ({ audience }: Pick<Instrument, "audience">): ("mentor" | "mentee")[] =>
  audience ?? ["mentor", "mentee"];
