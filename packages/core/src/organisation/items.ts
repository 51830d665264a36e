import type { EntityRef } from "../entity.ts";

/** There is one organisation in a stack: `pk = organisation#own`, `sk = ENTITY`. */
export const ORGANISATION: EntityRef = { type: "organisation", id: "own" };
