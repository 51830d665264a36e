import { example } from "./example.ts";
import type { Customer } from "./schema.ts";
import { trial } from "./trial.ts";

const customers: readonly Customer[] = [example, trial];

/**
 * The customer of a stage.
 *
 * @throws Error  no customer has this name; lists those that there are
 */
export function customerOf(stage: string): Customer {
  const customer = customers.find(({ name }) => name === stage);
  if (customer) return customer;
  throw new Error(
    `No customer is called ${stage}. There are: ${customers.map(({ name }) => name).join(", ")}.`,
  );
}
