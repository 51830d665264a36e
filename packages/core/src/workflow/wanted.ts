import type { Context } from "../context.ts";
import type { Wanted } from "../due/index.ts";
import type { EntityType } from "../entity.ts";
import { getOrganisation } from "../organisation/index.ts";
import { advancesFor, farewellsFor, Pairing, proposalsFor } from "../pairing/index.ts";
import { mailsFor as mailsToParticipant, Participant } from "../participant/index.ts";
import { looksAfter, Person } from "../person/index.ts";
import { Management, meetingPhases, Programme, readProgramme } from "../programme/index.ts";
import { messagesFor, Session } from "../session/index.ts";
import type { Item } from "../table.ts";
import { Invitation, mailsFor, Wave, wakesFor, wavesAhead } from "../wave/index.ts";
import { worksFor } from "./management.ts";
import { nudgesOf } from "./pairing-nudge.ts";

/** Derives from one entity, as it is stored, which due work must exist. */
type Derivation = (ctx: Context, entity: Item) => Promise<Wanted[]>;

/** What each type of entity asks for; a type without a row asks for nothing yet. */
export const derivations: Partial<Record<EntityType, Derivation>> = {
  async person(ctx, item) {
    return looksAfter(Person.parse(item), ctx.clock.now());
  },
  async programme(ctx, item) {
    return wavesAhead(Programme.parse(item), ctx.clock.now());
  },
  async pairing(ctx, item) {
    const pairing = Pairing.parse(item);
    const programme = await readProgramme(ctx, pairing.programmeId);
    if (!meetingPhases.includes(programme.phase)) return [];
    const when = { now: ctx.clock.now(), working: await getOrganisation(ctx) };
    const nudges = await nudgesOf(ctx, pairing, { programme, ...when });
    return [...proposalsFor(pairing), ...farewellsFor(pairing), ...advancesFor(pairing, when), ...nudges];
  },
  async participant(_, item) {
    return mailsToParticipant(Participant.parse(item));
  },
  management: (ctx, item) => worksFor(ctx, Management.parse(item)),
  async wave(_, item) {
    return wakesFor(Wave.parse(item));
  },
  async invitation(ctx, item) {
    return mailsFor(Invitation.parse(item), ctx.clock.now());
  },
  async session(ctx, item) {
    const session = Session.parse(item);
    return messagesFor(session, await readProgramme(ctx, session.programmeId));
  },
};
