import type { Context } from "../../context.ts";
import { entityKey, partitionOf } from "../../entity.ts";
import type { Id } from "../../ids.ts";
import { everyItem } from "../../page.ts";
import { PAIRING_POINTER, Pairing, pairingRef } from "../../pairing/index.ts";
import { type Participant, participantRef, participantsOfPerson } from "../../participant/index.ts";
import type { Person } from "../../person/index.ts";
import {
  CancellationReason,
  SESSION_POINTER,
  Session,
  SessionBefore,
  sessionRef,
} from "../../session/index.ts";
import type { Item, Key } from "../../table.ts";
import { Invitation, invitationIdOf, invitationRef, Wave, wavesOf } from "../../wave/index.ts";

/** A session with why it was cancelled and what it was before it moved, which no view tells. */
const WholeSession = Session.extend(CancellationReason.shape).extend({ before: SessionBefore.optional() });
type WholeSession = ReturnType<typeof WholeSession.parse>;

/** Everything that is hers, or that she has a part in. Whatever else is stored about her hangs on one of these. */
export interface Traces {
  readonly person: Person;
  readonly participants: readonly Participant[];
  readonly pairings: readonly Pairing[];
  readonly sessions: readonly WholeSession[];
  readonly invitations: readonly Invitation[];
}

/** Queries that run side by side, so that a long history neither takes minutes nor floods the table. */
const SIDE_BY_SIDE = 10;

/** Runs a query for each of many things, a few at a time, and puts the answers together. */
export async function ofEach<T, R>(
  things: readonly T[],
  query: (thing: T) => Promise<readonly R[]>,
): Promise<R[]> {
  const found: R[] = [];
  for (let at = 0; at < things.length; at += SIDE_BY_SIDE) {
    found.push(...(await Promise.all(things.slice(at, at + SIDE_BY_SIDE).map(query))).flat());
  }
  return found;
}

/** Finds what is hers, without a scan: from herself to her participations, and on from there. */
export async function tracesOf(ctx: Context, person: Person): Promise<Traces> {
  const participants = await participantsOfPerson(ctx, person.id);
  const [pairings, invitations] = await Promise.all([
    pairingsOf(ctx, participants),
    invitationsOf(ctx, participants),
  ]);
  const sessions = (await sessionsOf(ctx, pairings)).filter(({ attendees }) =>
    attendees.some(({ participantId }) => participants.some(({ id }) => id === participantId)),
  );
  return { person, participants, pairings, sessions, invitations };
}

async function pairingsOf(ctx: Context, participants: readonly Participant[]): Promise<Pairing[]> {
  const pointers = await ofEach(participants, ({ id }) =>
    everyItem(ctx, { partition: partitionOf(participantRef(id)), sort: { beginsWith: PAIRING_POINTER } }),
  );
  const keys = pointers.map((item) => entityKey(pairingRef(item["pairingId"] as Id<"pairing">)));
  return (await present(ctx, keys)).map((item) => Pairing.parse(item));
}

async function sessionsOf(ctx: Context, pairings: readonly Pairing[]): Promise<WholeSession[]> {
  const pointers = await ofEach(pairings, ({ id }) =>
    everyItem(ctx, { partition: partitionOf(pairingRef(id)), sort: { beginsWith: SESSION_POINTER } }),
  );
  const keys = pointers.map((item) => entityKey(sessionRef(item["sessionId"] as Id<"session">)));
  return (await present(ctx, keys)).map((item) => WholeSession.parse(item));
}

/** An invitation's id is derived from its wave and its participant, so that each can be looked for. */
async function invitationsOf(ctx: Context, participants: readonly Participant[]): Promise<Invitation[]> {
  const ids = await ofEach(participants, async ({ id, programmeId }) => {
    const waves = await everyItem(ctx, { index: "byProgramme", partition: wavesOf(programmeId) });
    return waves.map((item) => invitationIdOf(Wave.parse(item).id, id));
  });
  const items = await present(
    ctx,
    ids.map((id) => entityKey(invitationRef(id))),
  );
  return items.map((item) => Invitation.parse(item));
}

async function present(ctx: Context, keys: readonly Key[]): Promise<Item[]> {
  return (await ctx.table.getMany(keys)).filter((item) => item !== undefined);
}
