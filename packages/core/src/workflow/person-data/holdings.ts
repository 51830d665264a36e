import { Mailbox, mailboxKey, mailClasses, readDeliveryPreferences } from "../../person/index.ts";
import { managementsOfPerson } from "../../programme/index.ts";
import { invitationsHolding, responsesHolding } from "./answers.ts";
import type { Holding } from "./holding.ts";
import { matchingHolding } from "./matching.ts";
import { pairingsHolding, participantsHolding, sessionsHolding, unwindingsHolding } from "./meetings.ts";
import { exclusionsHolding, profilesHolding } from "./profiles.ts";
import { programmesHolding } from "./programmes.ts";
import { auditHolding, jobsHolding, messagesHolding } from "./records.ts";
import type { Holdings } from "./schema.ts";
import { writingsHolding } from "./writings.ts";

/**
 * All that is stored about a person, by what it is; whoever stores something more adds a row here. An export
 * reads it from top to bottom and an erasure erases it so: links are void before what they lead to goes.
 * Beside these there are the files of her exports, which expire and which an erasure deletes, the file of an
 * import, which goes with its job, and what repeats of requests are known by: ids and hashes, for a week.
 */
export const holdings: { readonly [Name in keyof Holdings]: Holding<Holdings[Name]> } = {
  programmes: programmesHolding,
  managements: { read: (ctx, { person }) => managementsOfPerson(ctx, person.id), erase: "ids alone" },
  invitations: invitationsHolding,
  responses: responsesHolding,
  writings: writingsHolding,
  sessions: sessionsHolding,
  pairings: pairingsHolding,
  unwindings: unwindingsHolding,
  matching: matchingHolding,
  profiles: profilesHolding,
  exclusions: exclusionsHolding,
  participants: participantsHolding,
  messages: messagesHolding,
  jobs: jobsHolding,
  audit: auditHolding,
  mailbox: {
    async read(ctx, { person }) {
      const item = await ctx.table.get(mailboxKey(person.email));
      const mailbox = item && Mailbox.parse(item);
      return {
        ...(mailbox?.suppressed && { suppressed: mailbox.suppressed }),
        ...(mailbox?.suppressedAt && { suppressedAt: mailbox.suppressedAt }),
        stopped: mailClasses.filter((mailClass) => mailbox?.[mailClass] === "stopped"),
      };
    },
    erase: "with the person",
  },
  preferences: {
    read: (ctx, { person }) => readDeliveryPreferences(ctx, person.id),
    erase: "with the person",
  },
  person: { read: async (_, { person }) => person, erase: "with the person" },
};
