export { runPeopleImport } from "./run.ts";
export { importPeople } from "./start.ts";
