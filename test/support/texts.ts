/** Every text by language in a thing, however deep; an object with `it` or `en` is one. */
export function textsIn(thing: unknown): Record<string, string>[] {
  if (typeof thing !== "object" || thing === null) return [];
  if ("it" in thing || "en" in thing) return [thing as Record<string, string>];
  return Object.values(thing).flatMap(textsIn);
}
