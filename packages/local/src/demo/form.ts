/** A page's form as a person sees it: what she can choose, tick and write. */
export interface PageForm {
  /** Groups of which one is chosen, and their values in order. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** What can be ticked. */
  readonly ticks: readonly string[];
  /** Lists to choose from; an empty value is their dash. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly texts: readonly string[];
  /** What goes along whatever she does. */
  readonly hidden: ReadonlyMap<string, string>;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Reads the only form of one of our pages; `undefined` where the page has none. */
export function readForm(html: string): PageForm | undefined {
  const content = /<form[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1];
  if (content === undefined) return undefined;
  const choices = new Map<string, string[]>();
  const hidden = new Map<string, string>();
  const ticks: string[] = [];
  const texts: string[] = [];
  for (const [tag] of content.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, "name");
    const value = attribute(tag, "value") ?? "";
    if (name === undefined) continue;
    const type = attribute(tag, "type");
    if (type === "radio") choices.set(name, [...(choices.get(name) ?? []), value]);
    else if (type === "checkbox") ticks.push(name);
    else if (type === "hidden") hidden.set(name, value);
    else texts.push(name);
  }
  for (const [tag] of content.matchAll(/<textarea[^>]*>/g)) texts.push(attribute(tag, "name") ?? "");
  const lists = new Map(
    [...content.matchAll(/<select name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(
      ([, name = "", options = ""]) => [
        name,
        [...options.matchAll(/<option[^>]*>/g)].map(([tag]) => attribute(tag, "value") ?? ""),
      ],
    ),
  );
  return { choices, ticks, lists, texts, hidden };
}
