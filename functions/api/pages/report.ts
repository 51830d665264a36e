import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { reportOf } from "@viceversa/core/report/index.ts";
import { openManagement } from "@viceversa/core/workflow/management.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { PageAnswer, PageHandler } from "./handler.ts";
import { takingNothing } from "./read-only.ts";

/** The report as whoever runs the programme opens it from her page; her link runs out as that one does. */
async function show(ctx: Context, { id }: Capability): Promise<PageAnswer> {
  const { readership, programme, hasExpired } = await openManagement(ctx, id);
  if (hasExpired) return { status: 410, html: statePage(readership, { state: "expired" }) };
  // The library that draws its plots is read when somebody asks for them, and not when the function starts.
  const [found, { reportPage }] = await Promise.all([
    reportOf(ctx, programme.id),
    import("@viceversa/views/report/report.ts"),
  ]);
  return { status: 200, html: reportPage(readership, found) };
}

export const report: PageHandler = { operation: "page.report", show, act: takingNothing(show) };
