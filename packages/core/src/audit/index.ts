export { AuditRecord, auditBy, auditOf } from "./read.ts";
export { type AuditEntry, auditWrite } from "./write.ts";
