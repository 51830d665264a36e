import { once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { draftOf } from "./draft.ts";
import { requireKnownRules } from "./format-rules.ts";
import { saveDraft } from "./save-draft.ts";
import { Programme, type ProgrammeInput, type ProgrammeView, viewOf } from "./schema.ts";
import { findTemplate, templateKeys } from "./shipped/index.ts";
import type { ProgrammeTemplate } from "./template.ts";

/**
 * Drafts a programme.
 *
 * @throws Conflict  the stack was not set up yet
 * @throws Invalid  one of its managers is not in the directory or has left, there is no such template, or the
 *   format does not know a rule
 */
export async function createProgramme(ctx: Context, input: ProgrammeInput): Promise<ProgrammeView> {
  const operation = "programme.create";
  const made = await once(ctx, operation, input, () => {
    const template = input.template === undefined ? undefined : requireTemplate(input.template);
    const facts = template ? { template: template.key, templateVersion: template.version } : {};
    const draft = draftOf(ctx, input, template);
    requireKnownRules(draft);
    return saveDraft(ctx, draft, { operation, input, facts });
  });
  return viewOf(Programme.parse(made), ctx.clock.now());
}

function requireTemplate(key: string): ProgrammeTemplate {
  const template = findTemplate({ key });
  if (template) return template;
  const message = `Choose one of ${templateKeys.join(", ")}.`;
  throw new Invalid("There is no template with this key.", { issues: [{ path: ["template"], message }] });
}
