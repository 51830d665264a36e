import type { Context } from "@viceversa/core/context.ts";
import {
  changeOrganisation,
  type Organisation,
  OrganisationSetup,
  setUpOrganisation,
} from "@viceversa/core/organisation/index.ts";
import { acceptPairing, createPairing, type Pairing, PairingInput } from "@viceversa/core/pairing/index.ts";
import {
  addParticipant,
  type Participant,
  ParticipantInput,
  transitionParticipant,
} from "@viceversa/core/participant/index.ts";
import { createPerson, type Person, PersonInput } from "@viceversa/core/person/index.ts";
import {
  advanceProgramme,
  createProgramme,
  type Programme,
  ProgrammeInput,
} from "@viceversa/core/programme/index.ts";
import { atAnyHour } from "./over-http.ts";

/** The customer, with sending switched on. */
export async function anOrganisation(ctx: Context): Promise<Organisation> {
  const setup = {
    name: "Adventure Works",
    locale: "it",
    zone: "Europe/Rome",
    contact: { name: "Carla Conti", email: "carla.conti@example.com" },
    brandColour: "#0b5cad",
    reportingThreshold: 5,
  };
  const { version } = await setUpOrganisation(ctx, OrganisationSetup.parse(setup));
  return changeOrganisation(ctx, { version, change: { sending: "on", notifications: atAnyHour } });
}

/** A person with an address of her own. */
export const aPerson = (ctx: Context, name: string, more: object = {}): Promise<Person> =>
  createPerson(ctx, PersonInput.parse({ externalId: name, email: `${name}@example.com`, name, ...more }));

/** A programme that takes participants and asks nobody to prepare, run by a manager of its own. */
export async function anOpenProgramme(ctx: Context, more: object = {}): Promise<Programme> {
  const manager = await aPerson(ctx, "carla.conti");
  const input = {
    name: "AI for leaders",
    format: "remote",
    zone: "Europe/Rome",
    managers: [manager.id],
    rules: { preparation: "waived" },
    ...more,
  };
  const { id } = await createProgramme(ctx, ProgrammeInput.parse(input));
  return advanceProgramme(ctx, { id, to: "enrolling" });
}

/** A participant who has gone through the preparation, with room for one pairing unless told otherwise. */
export async function aPreparedParticipant(
  ctx: Context,
  programme: Programme,
  name: string,
  capacity: { mentorCapacity: number } | { menteeCapacity: number },
): Promise<Participant> {
  const person = await aPerson(ctx, name);
  const input = { programmeId: programme.id, personId: person.id, ...capacity };
  let participant = await addParticipant(ctx, ParticipantInput.parse(input));
  for (const to of ["applied", "approved", "prepared"] as const) {
    participant = await transitionParticipant(ctx, { id: participant.id, to });
  }
  return participant;
}

/** Two prepared people whose pairing both have accepted. */
export async function anAcceptedPairing(ctx: Context, programme: Programme, sessions = 6): Promise<Pairing> {
  const mentor = await aPreparedParticipant(ctx, programme, "zoe.mentor", { mentorCapacity: 1 });
  const mentee = await aPreparedParticipant(ctx, programme, "bruno.mentee", { menteeCapacity: 1 });
  return anAcceptedPairingOf(ctx, programme, mentor, mentee, sessions);
}

async function anAcceptedPairingOf(
  ctx: Context,
  programme: Programme,
  mentor: Participant,
  mentee: Participant,
  count = 6,
): Promise<Pairing> {
  const input = {
    programmeId: programme.id,
    members: [
      { participantId: mentor.id, teaches: true, learns: false },
      { participantId: mentee.id, teaches: false, learns: true },
    ],
    zone: "Europe/Rome",
    venue: { kind: "link", link: "https://meet.example.com/1" },
    plan: { everyWeeks: 2, weekday: 4, wallTime: "14:30", minutes: 60, count },
    plannedFrom: "2026-12-01T09:00",
  };
  const { id } = await createPairing(ctx, PairingInput.parse(input));
  await acceptPairing(ctx, { id, participantId: mentor.id });
  return acceptPairing(ctx, { id, participantId: mentee.id });
}

/** Several accepted pairings in one programme; people are named mentor1, mentee1 and so on. */
export async function acceptedPairings(
  ctx: Context,
  programme: Programme,
  count: number,
): Promise<Pairing[]> {
  const pairings: Pairing[] = [];
  for (let at = 1; at <= count; at += 1) {
    const mentor = await aPreparedParticipant(ctx, programme, `mentor${at}`, { mentorCapacity: 1 });
    const mentee = await aPreparedParticipant(ctx, programme, `mentee${at}`, { menteeCapacity: 1 });
    pairings.push(await anAcceptedPairingOf(ctx, programme, mentor, mentee));
  }
  return pairings;
}
