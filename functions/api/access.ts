/**
 * Who may do what. This is the whole of it: enforcement and tests read this table, and a route whose
 * operation has no row here does not compile. What a role may do is narrowed further by what it may see:
 * a manager only the programmes that name her, a participant only where she takes part herself.
 */
export const access = {
  "organisation.get": ["admin", "manager", "server:read"],
  "organisation.set-up": ["admin", "server:write"],
  "organisation.change": ["admin", "server:write"],
  "api-key.create": ["admin"],
  "api-key.list": ["admin"],
  "api-key.revoke": ["admin"],
  "person.list": ["admin", "manager", "server:read"],
  "person.create": ["admin", "server:write"],
  "person.get": ["admin", "manager", "server:read"],
  "person.change": ["admin", "server:write"],
  "person.import": ["admin", "server:write"],
  "person.list-manager-cycles": ["admin", "server:read"],
  "person.deactivate": ["admin", "server:write"],
  "person.reactivate": ["admin", "server:write"],
  "person.export": ["admin"],
  "person.export-own": ["manager", "participant"],
  "person.erase": ["admin", "server:write"],
  "job.list": ["admin", "manager", "server:read"],
  "job.get": ["admin", "manager", "participant", "server:read"],
  "job.read-file": ["admin", "manager", "participant"],
  "job.list-errors": ["admin", "manager", "server:read"],
  "job.cancel": ["admin", "manager", "server:write"],
  "programme.list": ["admin", "manager", "server:read"],
  "programme.create": ["admin", "server:write"],
  "programme.get": ["admin", "manager", "server:read"],
  "programme.change": ["admin", "manager", "server:write"],
  "programme.advance": ["admin", "manager", "server:write"],
  "programme.pause": ["admin", "manager", "server:write"],
  "programme.outlook": ["admin", "manager", "server:read"],
  "programme.health-of-pairings": ["admin", "manager", "server:read"],
  "programme.report": ["admin", "manager", "server:read"],
  "programme.report-page": ["admin", "manager", "server:read"],
  "programme.set-objectives": ["admin", "manager", "server:write"],
  "programme.get-readiness": ["admin", "manager", "server:read"],
  "programme.duplicate": ["admin", "server:write"],
  "programme.get-application-link": ["admin", "manager", "server:write"],
  "programme.open-application-link": ["admin", "manager", "server:write"],
  "programme.close-application-link": ["admin", "manager", "server:write"],
  "programme-template.list": ["admin", "manager", "server:read"],
  "programme-template.get": ["admin", "manager", "server:read"],
  "participant.list": ["admin", "manager", "server:read"],
  "participant.add": ["admin", "manager", "server:write"],
  "participant.preview-invitations": ["admin", "manager", "server:read"],
  "participant.invite": ["admin", "manager", "server:write"],
  "participant.get": ["admin", "manager", "participant", "server:read"],
  "participant.change": ["admin", "manager", "server:write"],
  "participant.transition": ["admin", "manager", "participant", "server:write"],
  "participant.apply": ["participant"],
  "profile.get": ["admin", "manager", "participant", "server:read"],
  "profile.write": ["admin", "manager", "participant", "server:write"],
  "exclusions.write": ["participant"],
  "agreement.list": ["admin", "manager", "participant", "server:read"],
  "agreement.sign": ["participant"],
  "readiness.assess": ["participant"],
  "observation.list": ["admin", "manager", "server:read"],
  "observation.create": ["admin", "manager", "server:write"],
  "observation.import": ["admin", "manager", "server:write"],
  "observation.get": ["admin", "manager", "server:read"],
  "observation.change": ["admin", "manager", "server:write"],
  "observation.delete": ["admin", "manager", "server:write"],
  "pairing.list": ["admin", "manager", "server:read"],
  "pairing.create": ["admin", "manager", "server:write"],
  "pairing.get": ["admin", "manager", "participant", "server:read"],
  "pairing.change": ["admin", "manager", "server:write"],
  "pairing.accept": ["admin", "manager", "participant", "server:write"],
  "pairing.decline": ["admin", "manager", "participant", "server:write"],
  "pairing.end": ["admin", "manager", "server:write"],
  "session.list": ["admin", "manager", "participant", "server:read"],
  "session.plan": ["admin", "manager", "server:write"],
  "session.get": ["admin", "manager", "participant", "server:read"],
  "session.move": ["admin", "manager", "participant", "server:write"],
  "session.cancel": ["admin", "manager", "participant", "server:write"],
  "session.propose": ["participant"],
  "session.accept-proposal": ["participant"],
  "session.confirm": ["participant"],
  "session.record-attendance": ["admin", "manager", "server:write"],
  "session.agenda": ["participant"],
  "session.write-agenda": ["participant"],
  "session.note": ["participant"],
  "session.write-note": ["participant"],
  "action-item.list": ["participant"],
  "action-item.add": ["participant"],
  "action-item.change": ["participant"],
  "competence.list": ["admin", "manager", "participant", "server:read"],
  "competence.create": ["admin", "server:write"],
  "competence.get": ["admin", "manager", "participant", "server:read"],
  "competence.change": ["admin", "server:write"],
  "competence.retire": ["admin", "server:write"],
  "instrument.list": ["admin", "manager", "server:read"],
  "instrument.publish": ["admin", "server:write"],
  "instrument.get": ["admin", "manager", "server:read"],
  "indicator.list": ["admin", "manager", "server:read"],
  "indicator.create": ["admin", "server:write"],
  "indicator.get": ["admin", "manager", "server:read"],
  "indicator.change": ["admin", "server:write"],
  "indicator.retire": ["admin", "server:write"],
  "wave.list": ["admin", "manager", "server:read"],
  "wave.schedule": ["admin", "manager", "server:write"],
  "wave.change": ["admin", "manager", "server:write"],
  "wave.list-comments": ["admin", "manager", "server:read"],
  "wave.get": ["admin", "manager", "server:read"],
  "page.join": ["capability"],
  "page.apply": ["capability"],
  "page.prepare": ["capability"],
  "page.match": ["capability"],
  "page.my-programme": ["capability"],
  "page.questionnaire": ["capability"],
  "page.cannot-come": ["capability"],
  "page.proposal": ["capability"],
  "page.follow-up": ["capability"],
  "page.unsubscribe": ["capability"],
  health: ["anyone"],
  openapi: ["anyone"],
  docs: ["anyone"],
} as const satisfies Record<string, readonly Who[]>;

/** Kinds of callers. A server has an API key with a scope; `server:write` includes `server:read`. */
export type Who =
  | "anyone"
  | "admin"
  | "manager"
  | "participant"
  | "server:read"
  | "server:write"
  | "capability";

/** Every operation that has a route. */
export type Operation = keyof typeof access;

/** Whether a kind of caller may do an operation. Whatever the table does not allow is denied. */
export function isAllowed(operation: Operation, who: Who): boolean {
  const allowed: readonly Who[] = access[operation];
  return (
    allowed.includes("anyone") ||
    allowed.includes(who) ||
    (who === "server:write" && allowed.includes("server:read"))
  );
}
