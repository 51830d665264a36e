import type { Change, Condition } from "@viceversa/core/table.ts";

/** Collects the placeholders of one request: names and values are never written into an expression. */
export class Placeholders {
  readonly #names = new Map<string, string>();
  readonly #values: unknown[] = [];

  name(attribute: string): string {
    const known = this.#names.get(attribute);
    if (known) return known;
    const placeholder = `#n${this.#names.size}`;
    this.#names.set(attribute, placeholder);
    return placeholder;
  }

  value(value: unknown): string {
    return `:v${this.#values.push(value) - 1}`;
  }

  /** The two parameters that a request needs for its placeholders; absent where there are none. */
  parameters(): {
    ExpressionAttributeNames?: Record<string, string>;
    ExpressionAttributeValues?: Record<string, unknown>;
  } {
    const names = Object.fromEntries(
      [...this.#names].map(([attribute, placeholder]) => [placeholder, attribute]),
    );
    const values = Object.fromEntries(this.#values.map((value, index) => [`:v${index}`, value]));
    return {
      ...(this.#names.size > 0 && { ExpressionAttributeNames: names }),
      ...(this.#values.length > 0 && { ExpressionAttributeValues: values }),
    };
  }
}

const never: Condition = { is: "all", of: [{ is: "present" }, { is: "absent" }] };

/** Renders a condition as a ConditionExpression. */
export function conditionExpression(condition: Condition, at: Placeholders): string {
  switch (condition.is) {
    case "present":
      return `attribute_exists(${at.name("pk")})`;
    case "absent":
      return `attribute_not_exists(${at.name("pk")})`;
    case "missing":
      return `attribute_not_exists(${at.name(condition.attribute)})`;
    case "equal":
      return `${at.name(condition.attribute)} = ${at.value(condition.value)}`;
    case "oneOf":
      // DynamoDB refuses an empty list; one of none is never true.
      if (condition.values.length === 0) return conditionExpression(never, at);
      return `${at.name(condition.attribute)} IN (${condition.values.map((value) => at.value(value)).join(", ")})`;
    case "below":
      return `${at.name(condition.attribute)} < ${at.value(condition.value)}`;
    case "above":
      return `${at.name(condition.attribute)} > ${at.value(condition.value)}`;
    case "belowAttribute":
      return `${at.name(condition.attribute)} < ${at.name(condition.other)}`;
    default:
      return `(${condition.of.map((part) => conditionExpression(part, at)).join(condition.is === "all" ? " AND " : " OR ")})`;
  }
}

/** Renders a change as an UpdateExpression. */
export function updateExpression({ set = {}, add = {}, remove = [] }: Change, at: Placeholders): string {
  const clause = (verb: string, parts: string[]) => (parts.length > 0 ? [`${verb} ${parts.join(", ")}`] : []);
  const pairs = (record: Record<string, unknown>, join: string) =>
    Object.entries(record).map(([attribute, value]) => `${at.name(attribute)}${join}${at.value(value)}`);
  return [
    ...clause("SET", pairs(set, " = ")),
    ...clause("ADD", pairs(add, " ")),
    ...clause(
      "REMOVE",
      remove.map((attribute) => at.name(attribute)),
    ),
  ].join(" ");
}
