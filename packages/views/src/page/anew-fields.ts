/** Names of the fields by which somebody asks to meet somebody else: with which pairing it ends, and why if she likes. */
export const ANEW = "anew";
export const REASON = "reason";

/** Why somebody wants to meet somebody else is a note and no letter. */
export const MAXIMUM_REASON = 1_000;
