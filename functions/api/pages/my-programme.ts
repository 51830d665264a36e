import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict } from "@viceversa/core/errors.ts";
import { idOf } from "@viceversa/core/ids.ts";
import { UnwindingReason, unwindPairing } from "@viceversa/core/pairing/index.ts";
import type { Standing } from "@viceversa/core/workflow/opened-participation.ts";
import { type OpenedProgramme, openProgramme } from "@viceversa/core/workflow/opened-programme.ts";
import { anewDone } from "@viceversa/views/page/anew.ts";
import { ANEW, MAXIMUM_REASON, REASON } from "@viceversa/views/page/anew-fields.ts";
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
  if (ANEW in form) return meetSomebodyElse(ctx, opened, form);
  const decided = await decideOwnPart(ctx, opened, form);
  return decided === "decided" ? { seeOther: self } : render(ctx, opened, { unchosen: true });
}

/** A reason that is too long is cut and one that cannot be read left out: it is not what she has come for. */
async function meetSomebodyElse(ctx: Context, opened: OpenedProgramme, form: Form): Promise<PageAnswer> {
  const id = idOf("pairing").safeParse(form[ANEW]);
  if (!id.success) return render(ctx, opened, { anewFault: true });
  const reason = UnwindingReason.safeParse(shortened(form[REASON] ?? ""));
  try {
    await unwindPairing(ctx, {
      id: id.data,
      participantId: opened.participant.id,
      ...(reason.success && reason.data && { reason: reason.data }),
    });
  } catch (error) {
    // It has ended meanwhile in another way: the page says how things stand.
    if (!(error instanceof Conflict)) throw error;
    return render(ctx, opened);
  }
  return { status: 200, html: anewDone(opened.readership) };
}

/** A form writes the end of a line with two characters, where its own limit counts one. */
const shortened = (text: string): string => text.replaceAll("\r\n", "\n").slice(0, MAXIMUM_REASON);

async function render(
  ctx: Context,
  opened: OpenedProgramme,
  { unchosen = false, anewFault = false } = {},
): Promise<PageAnswer> {
  const { readership, programme, standing } = opened;
  if (!takingPart.includes(standing)) return participation(ctx, opened, "my-programme", { unchosen });
  const own = ownPart(opened, unchosen);
  return {
    status: own.fault || anewFault ? 422 : 200,
    html: programmePage(readership, {
      ...opened,
      name: programme.name,
      paused: standing === "paused",
      ownPart: own,
      anewFault,
    }),
  };
}

export const myProgramme: PageHandler = { operation: "page.my-programme", show, act };
