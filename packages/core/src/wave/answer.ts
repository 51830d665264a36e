import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import { type Id, mintUnordered } from "../ids.ts";
import {
  type AnswerFaults,
  type Answers,
  getInstrument,
  type Instrument,
  readAnswers,
} from "../instrument/index.ts";
import { absent, all, equal, type Item, put, update } from "../table.ts";
import { invitationRef, keptUntil, responsesOf } from "./items.ts";
import { Invitation, type Response } from "./schema.ts";

/** How a mailed link stands: the page shows one face for each. */
export type LinkState = "open" | "answered" | "closed" | "unknown";

/** A questionnaire as its respondent opens it. */
export interface OpenedQuestionnaire {
  readonly link: LinkState;
  readonly invitation: Invitation;
  readonly instrument: Instrument;
}

/**
 * Opens the questionnaire of an invitation; changes nothing.
 *
 * @param generation  from the mailed link; an earlier one is void
 * @throws NotFound  there is no such invitation
 */
export async function openQuestionnaire(
  ctx: Context,
  { id, generation }: { id: Id<"invitation">; generation: number },
): Promise<OpenedQuestionnaire> {
  const item = await ctx.table.get(entityKey(invitationRef(id)));
  const invitation = item && Invitation.parse(item);
  if (!invitation || invitation.generation !== generation) {
    throw new NotFound("This link leads nowhere.");
  }
  const instrument = await getInstrument(ctx, invitation.instrumentId);
  return { link: linkState(invitation, ctx.clock.now()), invitation, instrument };
}

function linkState({ state, closesAt }: Invitation, now: string): LinkState {
  if (state === "answered") return "answered";
  return state !== "open" || closesAt <= now ? "closed" : "open";
}

/**
 * Takes the answers of an invitation, once. An anonymous response has a random id and stands beside no time but
 * when all of its wave go, no audit and no index; the invitation knows only that it was used.
 *
 * @throws NotFound  there is no such invitation
 * @throws Conflict  it was answered already, or its wave is closed; `data.link` says which
 * @throws Invalid  answers are missing or impossible; `data.faults` names the items
 */
export async function answerQuestionnaire(
  ctx: Context,
  {
    id,
    generation,
    form,
  }: { id: Id<"invitation">; generation: number; form: Readonly<Record<string, string>> },
): Promise<void> {
  const { link, invitation, instrument } = await openQuestionnaire(ctx, { id, generation });
  if (link !== "open") throw notOpen(link);
  const { answers, faults } = readAnswers(instrument, form);
  if (Object.keys(faults).length > 0) throw incomplete(faults);
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(invitationRef(id)),
        { set: { state: "answered" }, add: { version: 1 } },
        all(equal("state", "open"), equal("version", invitation.version)),
      ),
      put(responseItem(ctx, invitation, answers), absent),
    ],
    audit: "nothing to audit",
    // No mark either: it would say when. A reminder that is due looks at the invitation anyway.
    marks: [],
    idempotency: "not repeatable",
  });
  if (!outcome.committed) throw notOpen("answered");
}

const notOpen = (link: LinkState): Conflict =>
  new Conflict(link === "answered" ? "This was answered already." : "This questionnaire is closed.", {
    link,
  });

const incomplete = (faults: AnswerFaults): Invalid =>
  new Invalid("Some answers are missing or impossible.", { faults });

function responseItem(ctx: Context, invitation: Invitation, answers: Answers): Item {
  const { privacy, role, participantId, waveId, showsRole, responsesKeptUntil } = invitation;
  const response: Response =
    privacy === "anonymous"
      ? { privacy, answers, ...(showsRole && { role }) }
      : { privacy, answers, role, participantId };
  const key = { pk: responsesOf(waveId), sk: mintUnordered(ctx.ids, "response") };
  return { ...key, schemaVersion: 1, ...response, ...keptUntil(responsesKeptUntil) };
}
