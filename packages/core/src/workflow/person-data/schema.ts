import { z } from "zod";
import { idOf } from "../../ids.ts";
import { Answers } from "../../instrument/index.ts";
import { Job } from "../../job/index.ts";
import { MatchingTraces } from "../../matching/index.ts";
import { Pairing, Unwinding } from "../../pairing/index.ts";
import { Exclusions, Participant, Profile } from "../../participant/index.ts";
import { DeliveryPreferences, Mailbox, mailClasses, Person } from "../../person/index.ts";
import { Management, Programme, Role } from "../../programme/index.ts";
import {
  ActionItem,
  Agenda,
  Attendee,
  CancellationReason,
  Note,
  NoteKind,
  SessionBefore,
  SessionView,
} from "../../session/index.ts";
import { Instant } from "../../time.ts";
import { Invitation } from "../../wave/index.ts";

const About = z.object({ type: z.string(), id: z.string() });

/** What is stored about a person, by what it is. Each part has a row in the table of holdings. */
export const Holdings = z.object({
  person: Person,
  mailbox: z
    .object({
      suppressed: Mailbox.shape.suppressed,
      suppressedAt: Mailbox.shape.suppressedAt,
      stopped: z.array(z.enum(mailClasses)).describe("Classes of mails that she wants no more"),
    })
    .describe("What is known of her address"),
  programmes: z
    .object({
      manages: z.array(Programme.pick({ id: true, name: true, phase: true })),
      readsAnswersOf: z.array(idOf("wave")).describe("Waves whose attributed answers she reads"),
      isContact: z.boolean().describe("Whether mails and pages name her as the human to write to"),
    })
    .describe("What she runs"),
  managements: z.array(Management).describe("What her weekly summaries and links hang on, by ids"),
  matching: MatchingTraces.describe("How she was matched"),
  participants: z.array(Participant),
  profiles: z
    .array(Profile.extend({ participantId: idOf("participant") }))
    .describe("What she brings to a matching, in each programme"),
  exclusions: Exclusions.describe(
    "Whom she does not want to be matched with, and why; only in an export that she has asked for herself",
  ),
  pairings: z.array(Pairing),
  unwindings: z
    .array(Unwinding)
    .describe("Why she has asked to meet somebody else; only in an export that she has asked for herself"),
  sessions: z.array(
    SessionView.extend({
      before: SessionBefore.optional().describe("What it was before it last moved"),
      attendance: z.array(Attendee).describe("How she attended"),
      ownReason: CancellationReason.shape.cancellationReason.describe("Why she called it off, in her words"),
    }),
  ),
  writings: z
    .object({
      agendas: z.array(
        Agenda.pick({ mainTopic: true, discussion: true }).extend({ sessionId: idOf("session") }),
      ),
      notes: z.array(z.object({ sessionId: idOf("session"), kind: NoteKind, text: Note.shape.text })),
      actionItems: z.array(ActionItem),
    })
    .describe(
      "What she has written for her sessions, alone or with others; only in an export that she has asked for herself",
    ),
  invitations: z
    .array(Invitation.pick({ waveId: true, privacy: true, state: true }))
    .describe("Questionnaires that she was asked to answer, and whether she has"),
  responses: z
    .array(
      z.object({
        waveId: idOf("wave"),
        privacy: z.enum(["confidential", "attributed"]),
        role: Role,
        answers: Answers.optional().describe("Only in an export that she has asked for herself"),
      }),
    )
    .describe("What she answered, as far as it is linked to her"),
  preferences: DeliveryPreferences.describe("When mail that can wait comes to her, by her own choice"),
  messages: z
    .array(z.object({ kind: z.string(), about: About, dueAt: Instant, state: z.string() }))
    .describe("Mails to her, sent or planned"),
  jobs: z
    .array(
      Job.pick({ id: true, kind: true, state: true, createdAt: true }).extend({
        relation: z.enum(["about her", "started by her"]),
      }),
    )
    .describe("Long work about her, or that she has started"),
  audit: z
    .array(
      z.object({
        action: z.string(),
        at: Instant,
        subject: About,
        by: z
          .string()
          .describe(
            "`herself`, or what kind of caller it was; `not told` where that would say who of two it was",
          ),
        facts: z.record(z.string(), z.unknown()),
      }),
    )
    .describe("What happened to her and to what is hers, and what she did herself"),
});
export type Holdings = z.infer<typeof Holdings>;

/** Everything that is stored about one person (GDPR, articles 15 and 20). */
export const PersonExport = Holdings.extend({
  exportedAt: Instant,
  askedBy: z.enum(["herself", "administration"]),
  notes: z.array(z.string()).describe("What cannot be in it, and why"),
}).meta({ id: "PersonExport" });
export type PersonExport = z.infer<typeof PersonExport>;
export type Asker = PersonExport["askedBy"];
