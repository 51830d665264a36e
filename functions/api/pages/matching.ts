import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import type { Locale } from "@viceversa/core/text.ts";
import { openManagement } from "@viceversa/core/workflow/management.ts";
import { openMatching } from "@viceversa/core/workflow/opened-matching.ts";
import { matchingPage } from "@viceversa/views/page/matching.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { PageAnswer, PageHandler } from "./handler.ts";
import { takingNothing } from "./read-only.ts";

/** A proposal as whoever runs the programme opens it from her page; her link runs out as that one does. */
async function show(
  ctx: Context,
  { id }: Capability,
  _locale?: Locale,
  query: Readonly<Record<string, string>> = {},
): Promise<PageAnswer> {
  const { readership, programme, hasExpired } = await openManagement(ctx, id);
  if (hasExpired) return { status: 410, html: statePage(readership, { state: "expired" }) };
  const { run: runId, order, pairs, people } = query;
  const opened = await openMatching(ctx, programme, { runId, order, pairs, people });
  return { status: 200, html: matchingPage(readership, { ...opened, programme: programme.name }) };
}

export const matching: PageHandler = { operation: "page.matching", show, act: takingNothing(show) };
