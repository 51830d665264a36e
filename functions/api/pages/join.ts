import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { idOf } from "@viceversa/core/ids.ts";
import { formatOf, Role } from "@viceversa/core/programme/index.ts";
import { Email, type Locale } from "@viceversa/core/text.ts";
import { joinProgramme, type OpenedJoining, openJoining } from "@viceversa/core/workflow/join-programme.ts";
import { type JoiningFaults, joinedPage, joiningPage } from "@viceversa/views/page/joining.ts";
import type { PageFrame } from "@viceversa/views/page/layout.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";

const open = (ctx: Context, { id, generation }: Capability): Promise<OpenedJoining> =>
  openJoining(ctx, { programmeId: idOf("programme").parse(id), generation });

async function show(ctx: Context, capability: Capability, locale?: Locale): Promise<PageAnswer> {
  return render(await open(ctx, capability), {}, {}, locale);
}

/** Whoever sends the form again has done nothing more: somebody is in a programme once. */
async function act(
  ctx: Context,
  capability: Capability,
  form: Form,
  _self: string,
  locale?: Locale,
): Promise<PageAnswer> {
  const opened = await open(ctx, capability);
  if (!opened.isOpen) return render(opened, form, {}, locale);
  const email = Email.safeParse((form["email"] ?? "").trim());
  const { roles } = formatOf(opened.programme);
  const role = Role.extract([...roles]).safeParse(roles.length > 1 ? form["role"] : roles[0]);
  if (!email.success || !role.success) {
    const faults = { ...(!email.success && { email: true }), ...(!role.success && { role: true }) };
    return render(opened, form, faults, locale);
  }
  const { programme } = opened;
  await joinProgramme(ctx, { programmeId: programme.id, email: email.data, role: role.data });
  return { status: 200, html: joinedPage(frameOf(opened, locale), programme.name) };
}

/** Nobody knows yet who reads: her browser says in which language. */
const frameOf = ({ sender }: OpenedJoining, locale = sender.locale): PageFrame => ({
  sender,
  reader: { locale, zone: sender.zone },
});

function render(
  opened: OpenedJoining,
  typed: Form,
  faults: JoiningFaults,
  locale: Locale | undefined,
): PageAnswer {
  const frame = frameOf(opened, locale);
  if (!opened.isOpen) return { status: 410, html: statePage(frame, { state: "not-joinable" }) };
  const { name, objectives, format } = opened.programme;
  const about = {
    programme: name,
    objectives: objectives.map(({ title }) => title),
    format,
    roles: formatOf({ format }).roles,
  };
  const status = Object.keys(faults).length > 0 ? 422 : 200;
  return { status, html: joiningPage(frame, { ...about, typed, faults }) };
}

export const join: PageHandler = { operation: "page.join", show, act };
