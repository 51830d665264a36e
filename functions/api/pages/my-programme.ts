import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { idOf } from "@viceversa/core/ids.ts";
import type { Standing } from "@viceversa/core/workflow/opened-participation.ts";
import { openProgramme } from "@viceversa/core/workflow/opened-programme.ts";
import { programmePage } from "@viceversa/views/page/programme.ts";
import type { PageAnswer, PageHandler } from "./handler.ts";
import { participation } from "./participation.ts";

/** Who has something to look at; others are told how they stand. */
const takingPart: readonly Standing[] = ["prepared", "active", "paused"];

async function show(ctx: Context, { id }: Capability): Promise<PageAnswer> {
  const opened = await openProgramme(ctx, idOf("participant").parse(id));
  const { readership, programme, standing } = opened;
  if (!takingPart.includes(standing)) return participation(ctx, opened, "my-programme");
  return {
    status: 200,
    html: programmePage(readership, { ...opened, name: programme.name, paused: standing === "paused" }),
  };
}

/** There is nothing to send on this page: whatever was sent has done nothing. */
async function act(ctx: Context, capability: Capability): Promise<PageAnswer> {
  const shown = await show(ctx, capability);
  return "html" in shown ? { ...shown, status: 422 } : shown;
}

export const myProgramme: PageHandler = { operation: "page.my-programme", show, act };
