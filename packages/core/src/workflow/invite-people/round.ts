import { z } from "zod";
import { idOf } from "../../ids.ts";
import type { Person } from "../../person/index.ts";
import { InvitationRound } from "./schema.ts";

/** What a job of invitations is to do: whom, in an order that stays. */
const Round = InvitationRound.pick({ programmeId: true, role: true, capacity: true }).extend({
  people: z.array(idOf("person")),
});
type Round = z.infer<typeof Round>;

/** A round as it is kept beside its job. */
export function writeRound(
  { programmeId, role, capacity }: InvitationRound,
  people: readonly Person[],
): Uint8Array {
  const round: Round = { programmeId, role, capacity, people: people.map(({ id }) => id) };
  return Buffer.from(JSON.stringify(round));
}

export const readRound = (file: Uint8Array): Round => Round.parse(JSON.parse(Buffer.from(file).toString()));
