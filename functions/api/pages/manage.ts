import { type Capability, mintCapability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { meetingPhases } from "@viceversa/core/programme/index.ts";
import { openManagement } from "@viceversa/core/workflow/management.ts";
import { namesIn } from "@viceversa/core/workflow/outlook.ts";
import { overviewOf } from "@viceversa/core/workflow/programme-overview.ts";
import { managementPage } from "@viceversa/views/page/management.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { PageAnswer, PageHandler } from "./handler.ts";
import { takingNothing } from "./read-only.ts";

async function show(ctx: Context, { id }: Capability): Promise<PageAnswer> {
  const { readership, programme, hasExpired } = await openManagement(ctx, id);
  if (hasExpired) return { status: 410, html: statePage(readership, { state: "expired" }) };
  const [overview, names] = await Promise.all([overviewOf(ctx, programme.id), namesIn(ctx, programme.id)]);
  const isOver = !meetingPhases.includes(programme.phase);
  const linkTo = (purpose: "report" | "matching") => mintCapability(ctx, { purpose, id, generation: 1 });
  const [report, matching] = await Promise.all([linkTo("report"), linkTo("matching")]);
  const content = { ...overview, names, programme: programme.name, isOver, report, matching };
  return { status: 200, html: managementPage(readership, content) };
}

export const manage: PageHandler = { operation: "page.manage", show, act: takingNothing(show) };
