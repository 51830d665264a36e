export { erasePerson } from "./erase.ts";
export { exportOwnData, exportPerson, readExport, runPersonExport } from "./export.ts";
export { runPersonErasure } from "./run-erasure.ts";
export { PersonExport } from "./schema.ts";
