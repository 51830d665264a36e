import { z } from "zod";
import { idOf } from "../../ids.ts";
import { ParticipantInput } from "../../participant/index.ts";
import { Person } from "../../person/index.ts";
import { Eligibility, Role } from "../../programme/index.ts";

/** A list that somebody has put together by hand, or with a client's own search. */
const MAXIMUM_LISTED = 2_000;
/** Whom a preview names; how many fit in all it counts. */
export const MAXIMUM_NAMED = 100;

const Criteria = z
  .strictObject({
    ...Eligibility.shape,
    people: z
      .array(idOf("person"))
      .min(1, "Name at least one, or leave it out.")
      .max(MAXIMUM_LISTED)
      .optional()
      .describe("She is one of these"),
  })
  .describe(
    "Each that is there must fit; an empty object means everybody whom the programme's eligibility admits",
  );

/** Whom to invite into a programme, and as what. */
export const InvitationRound = z.strictObject({
  programmeId: idOf("programme"),
  role: Role.describe("One that the programme's format knows"),
  capacity: ParticipantInput.shape.mentorCapacity
    .unwrap()
    .min(1)
    .optional()
    .describe(
      "How many places each of them has: mentees of a mentor, pairings of the others; left out, 1, and for mentors of groups as many as a group may have",
    ),
  criteria: Criteria,
});
export type InvitationRound = z.infer<typeof InvitationRound>;

export const InvitationPreview = z
  .object({
    fitting: z.number().int().describe("Who would be invited"),
    alreadyIn: z.number().int().describe("Who would fit as well, and is in the programme already"),
    people: z
      .array(Person.pick({ id: true, name: true, site: true, department: true }))
      .describe(`The first ${MAXIMUM_NAMED} of them, by name`),
  })
  .meta({ id: "InvitationPreview" });
export type InvitationPreview = z.infer<typeof InvitationPreview>;
