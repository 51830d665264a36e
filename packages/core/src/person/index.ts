export { changePerson } from "./change.ts";
export { createPerson } from "./create.ts";
export { getPerson } from "./get.ts";
export { personKey } from "./items.ts";
export { listPeople, PeopleRequest } from "./list.ts";
export { Mailbox, mailboxKey, mayBeMailed } from "./mailbox.ts";
export { Person, PersonChange, PersonInput } from "./schema.ts";
