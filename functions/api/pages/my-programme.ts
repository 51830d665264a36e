import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict } from "@viceversa/core/errors.ts";
import { idOf } from "@viceversa/core/ids.ts";
import { type ParticipantTransition, transitionParticipant } from "@viceversa/core/participant/index.ts";
import type { Standing } from "@viceversa/core/workflow/opened-participation.ts";
import { openProgramme } from "@viceversa/core/workflow/opened-programme.ts";
import { OWN_PART, type OwnPartChoice, ownPartChoices } from "@viceversa/views/page/own-part-fields.ts";
import { programmePage } from "@viceversa/views/page/programme.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";
import { participation } from "./participation.ts";

/** Who has something to look at; others are told how they stand. */
const takingPart: readonly Standing[] = ["prepared", "active", "paused"];

/** Where each choice leads. */
const leadsTo: Readonly<Record<OwnPartChoice, ParticipantTransition>> = {
  pause: "paused",
  resume: "resumed",
  leave: "withdrawn",
};

const show = (ctx: Context, capability: Capability): Promise<PageAnswer> =>
  render(ctx, capability, { fault: false });

async function act(ctx: Context, capability: Capability, form: Form, self: string): Promise<PageAnswer> {
  const choice = ownPartChoices.find((one) => one === form[OWN_PART]);
  if (!choice) return render(ctx, capability, { fault: true });
  const id = idOf("participant").parse(capability.id);
  await transitionParticipant(ctx, { id, to: leadsTo[choice] }).catch((error) => {
    // Sent twice, or somebody else was faster: the page says how she stands.
    if (!(error instanceof Conflict)) throw error;
  });
  return { seeOther: self };
}

async function render(
  ctx: Context,
  { id }: Capability,
  { fault }: { readonly fault: boolean },
): Promise<PageAnswer> {
  const opened = await openProgramme(ctx, idOf("participant").parse(id));
  const { readership, programme, standing } = opened;
  if (!takingPart.includes(standing)) return participation(ctx, opened, "my-programme");
  return {
    status: fault ? 422 : 200,
    html: programmePage(readership, {
      ...opened,
      name: programme.name,
      paused: standing === "paused",
      fault,
    }),
  };
}

export const myProgramme: PageHandler = { operation: "page.my-programme", show, act };
