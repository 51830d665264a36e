import type { Competence } from "../schema.ts";

/** What is written for one shipped competence. */
export type Wording = Pick<Competence, "key" | "title" | "description" | "levels">;
