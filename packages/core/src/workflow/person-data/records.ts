import { type AuditRecord, auditBy, auditOf } from "../../audit/index.ts";
import { DUE_PREFIX, type DueWork, dueWorkOf } from "../../due/index.ts";
import { type EntityRef, partitionOf } from "../../entity.ts";
import { everyItem } from "../../page.ts";
import { pairingRef } from "../../pairing/index.ts";
import { participantRef } from "../../participant/index.ts";
import { personRef } from "../../person/index.ts";
import { sessionRef } from "../../session/index.ts";
import { invitationRef } from "../../wave/index.ts";
import { digestRef } from "../digest/items.ts";
import type { Holding } from "./holding.ts";
import type { Holdings } from "./schema.ts";
import { ofEach, type Traces } from "./traces.ts";

/** Mails to her, by what they are about: which kind, when, and what became of them. Their text is not kept. */
export const messagesHolding: Holding<Holdings["messages"]> = {
  async read(ctx, { person, sessions, invitations, participants }) {
    const own = new Set<unknown>(participants.map(({ id }) => id));
    const entities = [
      ...sessions.map(({ id }) => sessionRef(id)),
      ...invitations.map(({ id }) => invitationRef(id)),
      digestRef(person.id),
    ];
    const due = await ofEach(entities, async (entity) =>
      (await everyItem(ctx, { partition: partitionOf(entity), sort: { beginsWith: DUE_PREFIX } })).map(
        dueWorkOf,
      ),
    );
    const isHers = ({ entity, identity }: DueWork): boolean =>
      entity.type === "invitation" || entity.type === "digest" || own.has(identity["participantId"]);
    return due
      .filter((work) => work.work === "mail" && isHers(work))
      .map(({ kind, entity, dueAt, state }) => ({ kind, about: entity, dueAt, state }));
  },
  erase: "ids alone",
};

/** What happened to her and to what is hers, and what she did elsewhere. Others who acted are not named. */
export const auditHolding: Holding<Holdings["audit"]> = {
  async read(ctx, traces) {
    const subjects: EntityRef[] = [
      personRef(traces.person.id),
      ...traces.participants.map(({ id }) => participantRef(id)),
      ...traces.pairings.map(({ id }) => pairingRef(id)),
      ...traces.sessions.map(({ id }) => sessionRef(id)),
    ];
    const [about, by] = await Promise.all([
      ofEach(subjects, (subject) => auditOf(ctx, subject)),
      auditBy(ctx, traces.person.id),
    ]);
    const entries = new Map([...about, ...by].map((entry) => [entry.id, entry]));
    return [...entries.values()]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ action, at, subject, actor, facts }) => ({
        action,
        at,
        subject,
        by: byWhom(actor, traces),
        facts,
      }));
  },
  erase: "ids alone",
};

/** A mailed link acts under the id of her participation. */
function byWhom(actor: AuditRecord["actor"], { person, participants }: Traces): string {
  const own = [person.id, ...participants.map(({ id }) => id)];
  return own.some((id) => actor.includes(id)) ? "herself" : (actor.split(":")[0] ?? "system");
}
