import { z } from "zod";
import { NotFound } from "../../errors.ts";
import { type ProgrammeTemplate, TemplateKey } from "../template.ts";
import { aiAdoption } from "./ai-adoption.ts";
import { digitalSkills } from "./digital-skills.ts";
import { interGenerationalCollaboration } from "./inter-generational-collaboration.ts";
import { socialMedia } from "./social-media.ts";

/** The templates that every stack has. A version that was shipped never changes; a better one is a new version. */
const shippedTemplates: readonly ProgrammeTemplate[] = [
  digitalSkills,
  aiAdoption,
  socialMedia,
  interGenerationalCollaboration,
];

export const templateKeys: readonly string[] = [...new Set(shippedTemplates.map(({ key }) => key))];

/** Which version of a template; the newest unless one is named. */
export const TemplateVersion = z.object({
  version: z
    .string()
    .regex(/^\d{1,4}$/, "Give a number.")
    .transform(Number)
    .optional()
    .describe("Left out, the newest"),
});
export const TemplateAddress = z.object({ key: TemplateKey });

/** Every version of every template. They are few, so that one answer holds them. */
export const listTemplates = (): { readonly items: readonly ProgrammeTemplate[] } => ({
  items: shippedTemplates,
});

/** A version of a template, the newest unless one is named; `undefined` where there is none. */
export const findTemplate = ({
  key,
  version,
}: {
  key: string;
  version?: number | undefined;
}): ProgrammeTemplate | undefined =>
  shippedTemplates
    .filter((template) => template.key === key && (version === undefined || template.version === version))
    .toSorted((one, other) => other.version - one.version)[0];

/** @throws NotFound  there is no such template, or not in this version */
export function getTemplate(address: { key: string; version?: number | undefined }): ProgrammeTemplate {
  const template = findTemplate(address);
  if (template) return template;
  throw new NotFound(`There is no such template. There are ${templateKeys.join(", ")}.`);
}
