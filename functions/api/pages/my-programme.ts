import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { idOf } from "@viceversa/core/ids.ts";
import type { Standing } from "@viceversa/core/workflow/opened-participation.ts";
import { type OpenedProgramme, openProgramme } from "@viceversa/core/workflow/opened-programme.ts";
import { programmePage } from "@viceversa/views/page/programme.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";
import { decideOwnPart, ownPart } from "./own-part.ts";
import { participation } from "./participation.ts";

/** Who has something to look at; others are told how they stand. */
const takingPart: readonly Standing[] = ["prepared", "active", "paused"];

const open = (ctx: Context, { id }: Capability): Promise<OpenedProgramme> =>
  openProgramme(ctx, idOf("participant").parse(id));

const show = async (ctx: Context, capability: Capability): Promise<PageAnswer> =>
  render(ctx, await open(ctx, capability));

async function act(ctx: Context, capability: Capability, form: Form, self: string): Promise<PageAnswer> {
  const opened = await open(ctx, capability);
  const decided = await decideOwnPart(ctx, opened, form);
  return decided === "decided" ? { seeOther: self } : render(ctx, opened, { unchosen: true });
}

async function render(ctx: Context, opened: OpenedProgramme, { unchosen = false } = {}): Promise<PageAnswer> {
  const { readership, programme, standing } = opened;
  if (!takingPart.includes(standing)) return participation(ctx, opened, "my-programme", { unchosen });
  const own = ownPart(opened, unchosen);
  return {
    status: own.fault ? 422 : 200,
    html: programmePage(readership, {
      ...opened,
      name: programme.name,
      paused: standing === "paused",
      ownPart: own,
    }),
  };
}

export const myProgramme: PageHandler = { operation: "page.my-programme", show, act };
