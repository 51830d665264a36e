import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict } from "@viceversa/core/errors.ts";
import { idOf } from "@viceversa/core/ids.ts";
import { UnwindingReason, unwindPairing } from "@viceversa/core/pairing/index.ts";
import { type ParticipantTransition, transitionParticipant } from "@viceversa/core/participant/index.ts";
import type { Standing } from "@viceversa/core/workflow/opened-participation.ts";
import { openProgramme } from "@viceversa/core/workflow/opened-programme.ts";
import { anewDone } from "@viceversa/views/page/anew.ts";
import { ANEW, MAXIMUM_REASON, REASON } from "@viceversa/views/page/anew-fields.ts";
import { OWN_PART, type OwnPartChoice, ownPartChoices } from "@viceversa/views/page/own-part-fields.ts";
import { type ProgrammePage, programmePage } from "@viceversa/views/page/programme.ts";
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
  render(ctx, capability, { fault: undefined });

async function act(ctx: Context, capability: Capability, form: Form, self: string): Promise<PageAnswer> {
  const id = idOf("participant").parse(capability.id);
  if (REASON in form || ANEW in form) return meetSomebodyElse(ctx, capability, form);
  const choice = ownPartChoices.find((one) => one === form[OWN_PART]);
  if (!choice) return render(ctx, capability, { fault: "part" });
  await transitionParticipant(ctx, { id, to: leadsTo[choice] }).catch((error) => {
    // Sent twice, or somebody else was faster: the page says how she stands.
    if (!(error instanceof Conflict)) throw error;
  });
  return { seeOther: self };
}

/** A reason that is too long is cut and one that cannot be read left out: it is not what she has come for. */
async function meetSomebodyElse(ctx: Context, capability: Capability, form: Form): Promise<PageAnswer> {
  const pairingId = idOf("pairing").safeParse(form[ANEW]);
  if (!pairingId.success) return render(ctx, capability, { fault: "anew" });
  const participantId = idOf("participant").parse(capability.id);
  const reason = UnwindingReason.safeParse(shortened(form[REASON] ?? ""));
  try {
    await unwindPairing(ctx, {
      id: pairingId.data,
      participantId,
      ...(reason.success && reason.data && { reason: reason.data }),
    });
  } catch (error) {
    // It has ended meanwhile in another way: the page says how things stand.
    if (!(error instanceof Conflict)) throw error;
    return render(ctx, capability, { fault: undefined });
  }
  const { readership } = await openProgramme(ctx, participantId);
  return { status: 200, html: anewDone(readership) };
}

/** A form writes the end of a line with two characters, where its own limit counts one. */
const shortened = (text: string): string => text.replaceAll("\r\n", "\n").slice(0, MAXIMUM_REASON);

async function render(
  ctx: Context,
  { id }: Capability,
  { fault }: Pick<ProgrammePage, "fault">,
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
