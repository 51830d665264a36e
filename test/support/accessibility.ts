import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const told = async (axe: AxeBuilder): Promise<string[]> =>
  (await axe.analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

/** What keeps somebody from using a page, each rule with the first place that breaks it. */
export const faultsOf = (page: Page, without: string[] = []): Promise<string[]> =>
  told(new AxeBuilder({ page }).disableRules(without));

/** The same by day and by night, when nothing but colours is another. */
export async function faultsByDayAndNight(page: Page, without: string[] = []): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const byDay = await faultsOf(page, without);
  await page.emulateMedia({ colorScheme: "dark" });
  const byNight = await told(new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
  return [...byDay, ...byNight];
}
