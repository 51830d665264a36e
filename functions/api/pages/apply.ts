import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { Conflict } from "@viceversa/core/errors.ts";
import { idOf } from "@viceversa/core/ids.ts";
import {
  apply as applyTo,
  type Exclusions,
  transitionParticipant,
} from "@viceversa/core/participant/index.ts";
import { findByEmail } from "@viceversa/core/person/index.ts";
import { type OpenedApplication, openApplication } from "@viceversa/core/workflow/opened-application.ts";
import { applicationPage } from "@viceversa/views/page/application.ts";
import {
  type ApplicationFault,
  type ApplicationFaults,
  applicationFields,
  TICKED,
} from "@viceversa/views/page/application-fields.ts";
import { type Asked, type Avoided, readApplication, venueAskedOf } from "./application-form.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";
import { decideOwnPart } from "./own-part.ts";
import { participation } from "./participation.ts";

/** What colleagues in Europe most often meet in; whatever the directory says of somebody comes first. */
const commonLanguages = ["it", "en", "es", "fr", "de", "pt"] as const;

const open = (ctx: Context, { id }: Capability): Promise<OpenedApplication> =>
  openApplication(ctx, idOf("participant").parse(id));

const asked = ({ participant, person, programme, competences }: OpenedApplication): Asked => ({
  competences,
  teaches: participant.mentorCapacity > 0,
  learns: participant.menteeCapacity > 0,
  languages: [...new Set([...(person.languages ?? []), ...commonLanguages])],
  format: programme.format,
});

async function show(ctx: Context, capability: Capability): Promise<PageAnswer> {
  const opened = await open(ctx, capability);
  // What the directory knows need not be said again; it is no answer, and can be taken away.
  const known = (opened.person.languages ?? []).map((code) => [applicationFields.language(code), TICKED]);
  return render(ctx, opened, { typed: Object.fromEntries(known), faults: new Map() });
}

async function act(ctx: Context, capability: Capability, form: Form, self: string): Promise<PageAnswer> {
  const opened = await open(ctx, capability);
  if (opened.standing !== "invited") {
    const decided = await decideOwnPart(ctx, opened, form);
    return decided === "unchosen"
      ? participation(ctx, opened, "apply", { unchosen: true })
      : { seeOther: self };
  }
  const choice = form[applicationFields.choice];
  if (choice !== "yes" && choice !== "no") {
    return render(ctx, opened, { typed: form, faults: new Map([[applicationFields.choice, "choose"]]) });
  }
  const faults = await (choice === "yes" ? take(ctx, opened, form) : decline(ctx, opened)).catch((error) => {
    // Sent twice, or somebody else was faster: the page says how she stands.
    if (error instanceof Conflict) return none;
    throw error;
  });
  return faults.size > 0 ? render(ctx, opened, { typed: form, faults }) : { seeOther: self };
}

const none: ApplicationFaults = new Map();

async function decline(ctx: Context, { participant: { id } }: OpenedApplication): Promise<ApplicationFaults> {
  await transitionParticipant(ctx, { id, to: "declined" });
  return none;
}

/** Applies, unless something does not fit. */
async function take(ctx: Context, opened: OpenedApplication, form: Form): Promise<ApplicationFaults> {
  const { profile, avoided, faults: formal } = readApplication(form, asked(opened));
  const { exclusions, faults: unmet } = await exclusionsFrom(ctx, opened, avoided);
  const faults = new Map([...formal, ...unmet]);
  if (faults.size === 0) await applyTo(ctx, { id: opened.participant.id, profile, exclusions });
  return faults;
}

/** Whom the addresses belong to. */
async function exclusionsFrom(
  ctx: Context,
  { person }: OpenedApplication,
  avoided: readonly Avoided[],
): Promise<{ exclusions: Exclusions; faults: Map<string, ApplicationFault> }> {
  const faults = new Map<string, ApplicationFault>();
  const exclusions = new Map<string, Exclusions[number]>();
  const found = await findByEmail(
    ctx,
    avoided.map(({ email }) => email),
  );
  for (const [at, { field, reason }] of avoided.entries()) {
    const personId = found[at];
    if (!personId) faults.set(field, "unknownEmail");
    else if (personId === person.id) faults.set(field, "ownEmail");
    else exclusions.set(personId, { personId, reason });
  }
  return { exclusions: [...exclusions.values()], faults };
}

async function render(
  ctx: Context,
  opened: OpenedApplication,
  { typed, faults }: { typed: Form; faults: ApplicationFaults },
): Promise<PageAnswer> {
  const { programme, standing, invitedBy, readership } = opened;
  if (standing !== "invited") return participation(ctx, opened, "apply");
  return {
    status: faults.size > 0 ? 422 : 200,
    html: applicationPage(readership, {
      programme: programme.name,
      objectives: programme.objectives.map(({ title }) => title),
      invitedBy,
      ...asked(opened),
      meets: venueAskedOf(programme.format),
      now: ctx.clock.now(),
      typed,
      faults,
    }),
  };
}

export const apply: PageHandler = { operation: "page.apply", show, act };
