import { type Capability, type Purpose, verifyCapability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import { NotFound } from "@viceversa/core/errors.ts";
import { getOrganisation } from "@viceversa/core/organisation/index.ts";
import type { Ports } from "@viceversa/core/ports.ts";
import type { Locale } from "@viceversa/core/text.ts";
import { senderOf } from "@viceversa/core/workflow/reader.ts";
import type { PageFrame } from "@viceversa/views/page/layout.ts";
import { statePage } from "@viceversa/views/page/state.ts";
import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { isAllowed } from "../access.ts";
import { answerError, ProblemError } from "../problems.ts";
import { apply } from "./apply.ts";
import { cannotCome } from "./cannot-come.ts";
import { followUp } from "./follow-up.ts";
import type { Form, PageAnswer, PageHandler } from "./handler.ts";
import { join } from "./join.ts";
import { manage } from "./manage.ts";
import { match } from "./match.ts";
import { matching } from "./matching.ts";
import { myProgramme } from "./my-programme.ts";
import { preferences } from "./preferences.ts";
import { preferredLocale } from "./preferred-locale.ts";
import { prepare } from "./prepare.ts";
import { proposal } from "./proposal.ts";
import { questionnaire } from "./questionnaire.ts";
import { report } from "./report.ts";
import { unsubscribe } from "./unsubscribe.ts";

/** Sixty comments of two thousand characters, in a form's spelling, come nowhere near this. */
const MAXIMUM_FORM_BYTES = 512 * 1024;

const handlers: Readonly<Record<Purpose, PageHandler>> = {
  join,
  apply,
  prepare,
  match,
  "my-programme": myProgramme,
  manage,
  report,
  matching,
  questionnaire,
  "cannot-come": cannotCome,
  proposal,
  "follow-up": followUp,
  unsubscribe,
  preferences,
};

/** Nothing runs and nothing is loaded; a page may only post to us and may not be framed. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The pages behind mailed links. A token that is not ours gets the same page as a thing that is not there. */
export function pages(ports: Ports): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: MAXIMUM_FORM_BYTES, onError: () => tooLarge() }));
  app.onError((error, c) => answerBroken(ports, c, error));
  app.get("/:purpose/:token", async (c) => {
    const { ctx, capability, handler } = await opened(ports, c);
    return answer(c, await handler.show(ctx, capability, preferredLocale(c), c.req.query()));
  });
  app.post("/:purpose/:token", async (c) => {
    const { ctx, capability, handler } = await opened(ports, c);
    const form = await formOf(c);
    return answer(c, await handler.act(ctx, capability, form, c.req.path, preferredLocale(c)));
  });
  // A link that lost its end on the way leads a person here, and not a program.
  app.on(["GET", "POST"], "*", () => leadsNowhere());
  return app;
}

async function opened(
  ports: Ports,
  c: HonoContext,
): Promise<{ ctx: Context; capability: Capability; handler: PageHandler }> {
  const capability = await verifyCapability(ports, c.req.param("token") ?? "");
  if (!capability || capability.purpose !== c.req.param("purpose")) leadsNowhere();
  const handler = handlers[capability.purpose];
  if (!isAllowed(handler.operation, "capability")) leadsNowhere();
  const { purpose, id } = capability;
  return { ctx: { ...ports, actor: { kind: "capability", purpose, id } }, capability, handler };
}

async function formOf(c: HonoContext): Promise<Form> {
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim();
  const known = type === "application/x-www-form-urlencoded" || type === "multipart/form-data";
  if (!known) return {};
  // A form that cannot be read is a form without a choice.
  const fields = Object.entries(await c.req.parseBody().catch(() => ({})));
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === "string"),
  );
}

function answer(c: HonoContext, page: PageAnswer): Response {
  if ("seeOther" in page) return c.redirect(page.seeOther, 303);
  return c.html(page.html, page.status, { "content-security-policy": policy });
}

async function answerBroken(ports: Ports, c: HonoContext, error: Error): Promise<Response> {
  const frame = await ownFrame(ports, preferredLocale(c)).catch((cause: unknown) => {
    if (cause instanceof NotFound) return undefined;
    throw cause;
  });
  if (!frame) return answerError(new ProblemError("not-found", "There is nothing at this address."), c);
  const headers = { "content-security-policy": policy };
  if (error instanceof NotFound) return c.html(statePage(frame, { state: "unknown" }), 404, headers);
  if (error instanceof ProblemError) return c.html(statePage(frame, { state: "broken" }), 413, headers);
  console.error(JSON.stringify({ event: "page.failed", route: c.req.routePath, error: error.name }));
  return c.html(statePage(frame, { state: "broken" }), 500, headers);
}

function leadsNowhere(): never {
  throw new NotFound("This link leads nowhere.");
}

function tooLarge(): never {
  throw new ProblemError("too-large", "This form is too large.");
}

/** The organisation's own colour, in the language that a browser asks for; a stack that was not set up yet has none. */
async function ownFrame(ports: Ports, locale: Locale | undefined): Promise<PageFrame> {
  const ctx: Context = { ...ports, actor: { kind: "system" } };
  const sender = senderOf(await getOrganisation(ctx));
  return { sender, reader: { ...sender, ...(locale && { locale }) } };
}
