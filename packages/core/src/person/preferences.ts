import { z } from "zod";
import type { Context } from "../context.ts";
import { partitionOf } from "../entity.ts";
import type { Id } from "../ids.ts";
import { QuietDays, QuietHours } from "../organisation/index.ts";
import type { Key } from "../table.ts";
import { personRef } from "./items.ts";

/** How mail that can wait comes: as it arises, or all of a day in one. */
export const Rhythm = z
  .enum(["as-it-comes", "daily"])
  .describe("How mail that can wait comes: as it arises, or all of a day in one digest");
export type Rhythm = z.infer<typeof Rhythm>;

/** What somebody has said about when mail that can wait comes to her; what she left open the company decides. */
export const DeliveryPreferences = z.object({
  rhythm: Rhythm.default("as-it-comes"),
  quietHours: QuietHours.optional(),
  quietDays: QuietDays.optional(),
  version: z.number().int().describe("0 while she has said nothing"),
});
export type DeliveryPreferences = z.infer<typeof DeliveryPreferences>;

/** Beside the person, and not at her address: `pk = person#<id>`, `sk = PREFERENCES`. It goes where she goes. */
export const preferencesKey = (personId: Id<"person">): Key => ({
  pk: partitionOf(personRef(personId)),
  sk: "PREFERENCES",
});

/** What is stored, or what holds for whoever has said nothing. */
export const deliveryPreferencesOf = (item: object | undefined): DeliveryPreferences =>
  DeliveryPreferences.parse(item ?? { version: 0 });

export const readDeliveryPreferences = async (
  { table }: Pick<Context, "table">,
  personId: Id<"person">,
): Promise<DeliveryPreferences> => deliveryPreferencesOf(await table.get(preferencesKey(personId)));
