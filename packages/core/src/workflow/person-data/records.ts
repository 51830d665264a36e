import { type AuditRecord, auditBy, auditOf } from "../../audit/index.ts";
import { DUE_PREFIX, type DueWork, dueWorkOf } from "../../due/index.ts";
import { type EntityRef, partitionOf } from "../../entity.ts";
import { JOBS_BY_UPDATE, Job, jobsOfPerson } from "../../job/index.ts";
import { everyItem } from "../../page.ts";
import { pairingRef } from "../../pairing/index.ts";
import { participantRef } from "../../participant/index.ts";
import { personRef } from "../../person/index.ts";
import { managementRef, managementsOfPerson } from "../../programme/index.ts";
import { sessionRef } from "../../session/index.ts";
import { invitationRef } from "../../wave/index.ts";
import { digestRef } from "../digest/items.ts";
import type { Holding } from "./holding.ts";
import type { Holdings } from "./schema.ts";
import { ofEach, type Traces } from "./traces.ts";

/** What is mailed about these to one person alone, and so has no reader in its identity. */
const ownEntities: readonly EntityRef["type"][] = ["person", "management", "participant", "invitation"];

/**
 * Mails to her, by what they are about: which kind, when, and what became of them. Their text is not kept, and
 * neither are the links in them: a link is a signature over ids.
 */
export const messagesHolding: Holding<Holdings["messages"]> = {
  async read(ctx, { person, participants, pairings, sessions, invitations }) {
    const own = new Set<unknown>([person.id, ...participants.map(({ id }) => id)]);
    const managements = await managementsOfPerson(ctx, person.id);
    const entities = [
      personRef(person.id),
      ...managements.map(({ id }) => managementRef(id)),
      ...participants.map(({ id }) => participantRef(id)),
      ...pairings.map(({ id }) => pairingRef(id)),
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
      entity.type === "digest" ||
      ownEntities.includes(entity.type) ||
      Object.values(identity).some((one) => own.has(one));
    return due
      .filter((work) => work.work === "mail" && isHers(work))
      .map(({ kind, entity, dueAt, state }) => ({ kind, about: entity, dueAt, state }));
  },
  erase: "ids alone",
};

/** Exports and an erasure of hers, and what she has started as a manager. Beside ids they tell kinds and numbers. */
export const jobsHolding: Holding<Holdings["jobs"]> = {
  async read(ctx, { person }) {
    const [about, all] = await Promise.all([
      jobsOfPerson(ctx, person.id),
      everyItem(ctx, { index: "byUpdated", partition: JOBS_BY_UPDATE }),
    ]);
    const started = all.filter((item) => String(item["startedBy"] ?? "").endsWith(`:${person.id}`));
    return [
      ...about.map((job) => ({ ...job, relation: "about her" as const })),
      ...started.map((item) => ({ ...Job.parse(item), relation: "started by her" as const })),
    ];
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
        by: byWhom({ action, actor }, traces),
        facts,
      }));
  },
  erase: "ids alone",
};

/** Of these even the kind of caller would tell a member of a pair that it was the other. */
const discreet = ["pairing.declined", "pairing.ended", "pairing.member-removed"];

/** A mailed link acts under the id of her participation. */
function byWhom(
  { action, actor }: Pick<AuditRecord, "action" | "actor">,
  { person, participants }: Traces,
): string {
  const own = [person.id, ...participants.map(({ id }) => id)];
  return own.some((id) => actor.includes(id))
    ? "herself"
    : discreet.includes(action)
      ? "not told"
      : (actor.split(":")[0] ?? "system");
}
