import { commit, once } from "../commit.ts";
import { getCompetences } from "../competence/index.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Invalid, NotFound, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { mayBecome } from "../lifecycle.ts";
import { meetingPhases, readProgramme } from "../programme/index.ts";
import { absent, all, check, equal, put, type Refusal, update, type Write } from "../table.ts";
import { getParticipant } from "./get.ts";
import { participantRef } from "./items.ts";
import { hasNotLeft, participantLifecycle } from "./lifecycle.ts";
import {
  type Exclusions,
  exclusionsKey,
  Profile,
  type ProfileInput,
  profileItem,
  profileKey,
} from "./profile.ts";
import type { Participant } from "./schema.ts";
import { requireSelf, requireTakingPart } from "./scope.ts";

/**
 * The profile of a participant: her own, or of somebody in a programme that the actor manages.
 *
 * @throws NotFound  there is no such participant, or she has not written one yet
 */
export async function getProfile(ctx: Context, id: Id<"participant">): Promise<Profile> {
  await getParticipant(ctx, id);
  const item = await ctx.table.get(profileKey(id));
  if (!item) throw new NotFound("She has not filled in a profile yet.");
  return Profile.parse(item);
}

/**
 * Applies: an invited participant fills in her profile and takes part from now on as somebody to be approved.
 *
 * @throws NotFound  there is no such participant, or it is not she
 * @throws Conflict  she has applied already, has declined or left, or the programme is over
 * @throws Invalid  a competence does not exist
 */
export async function apply(
  ctx: Context,
  { id, profile, exclusions }: { id: Id<"participant">; profile: ProfileInput; exclusions: Exclusions },
): Promise<Participant> {
  const operation = "participant.apply";
  const input = { id, profile, exclusions };
  await once(ctx, operation, input, async () => {
    const before = await getParticipant(ctx, id);
    requireSelf(ctx, before);
    const [{ phase }] = await Promise.all([
      readProgramme(ctx, before.programmeId),
      requireCompetences(ctx, profile),
    ]);
    if (!meetingPhases.includes(phase)) {
      throw new Conflict(`This programme is ${phase} and takes nobody any more.`, { phase, meetingPhases });
    }
    const now = ctx.clock.now();
    const applied = { set: { state: "applied", since: now, updatedAt: now }, add: { version: 1 } };
    const outcome = await commit(ctx, {
      changes: [
        update(
          entityKey(participantRef(id)),
          applied,
          all(mayBecome(participantLifecycle, "applied"), equal("version", before.version)),
        ),
        put(profileItem(id, { ...profile, version: 1, updatedAt: now })),
        exclusionsWrite(id, exclusions),
      ],
      audit: { action: "participant.applied", subject: participantRef(id) },
      marks: [participantRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw new Conflict(`You have applied already, or do not take part any more: you are ${before.state}.`, {
      state: before.state,
      allowed: participantLifecycle.transitions[before.state],
    });
  });
  return getParticipant(ctx, id);
}

/**
 * Writes a profile anew, at any time before she leaves.
 *
 * @param version  the version that the client has seen; 0 when there was none
 * @throws NotFound  there is no such participant, or the actor may not write for her
 * @throws Invalid  a competence does not exist
 * @throws Conflict  she has left
 * @throws PreconditionFailed  it was changed since that version
 */
export async function writeProfile(
  ctx: Context,
  { id, version, profile }: { id: Id<"participant">; version: number; profile: ProfileInput },
): Promise<Profile> {
  const { programmeId } = await getParticipant(ctx, id);
  await requireTakingPart(ctx, "participant", { programmeId, members: [id] });
  await requireCompetences(ctx, profile);
  const after: Profile = { ...profile, version: version + 1, updatedAt: ctx.clock.now() };
  const outcome = await commit(ctx, {
    changes: [
      put(profileItem(id, after), version === 0 ? absent : equal("version", version)),
      check(entityKey(participantRef(id)), hasNotLeft),
    ],
    audit: { action: "profile.written", subject: participantRef(id) },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return after;
  requireNotLeft(outcome.refusals);
  throw stale("profile");
}

/**
 * Says whom a participant does not want to be matched with, all of it anew; only she herself may.
 *
 * @throws NotFound  there is no such participant, or it is not she
 * @throws Conflict  she has left
 */
export async function writeExclusions(
  ctx: Context,
  { id, exclusions }: { id: Id<"participant">; exclusions: Exclusions },
): Promise<void> {
  requireSelf(ctx, await getParticipant(ctx, id));
  const outcome = await commit(ctx, {
    changes: [exclusionsWrite(id, exclusions), check(entityKey(participantRef(id)), hasNotLeft)],
    audit: { action: "exclusions.written", subject: participantRef(id) },
    marks: [],
    idempotency: "not repeatable",
  });
  if (!outcome.committed) requireNotLeft(outcome.refusals);
}

/** @throws Conflict  the second write was refused because she has left: nothing more is written about her */
function requireNotLeft(refusals: readonly Refusal[]): void {
  const state = refusals.find(({ index }) => index === 1)?.found?.["state"];
  if (state !== undefined) throw new Conflict(`She is ${state} and does not take part any more.`, { state });
}

const exclusionsWrite = (id: Id<"participant">, exclusions: Exclusions): Write =>
  update(exclusionsKey(id), { set: { schemaVersion: 1, exclusions }, add: { version: 1 } });

/** @throws Invalid  names the places of competences that do not exist */
async function requireCompetences(ctx: Context, { offers, wants }: ProfileInput): Promise<void> {
  const places = [
    ...offers.map(({ competenceId }, at) => ({ competenceId, path: ["offers", at, "competenceId"] })),
    ...wants.map(({ competenceId }, at) => ({ competenceId, path: ["wants", at, "competenceId"] })),
  ];
  const found = await getCompetences(
    ctx,
    places.map(({ competenceId }) => competenceId),
  );
  const issues = places
    .filter(({ competenceId }) => !found.has(competenceId))
    .map(({ path }) => ({ path, message: "Give the id of a competence that is there." }));
  if (issues.length > 0) throw new Invalid("A competence of this profile does not exist.", { issues });
}
