export { changeOrganisation } from "./change.ts";
export { getOrganisation } from "./get.ts";
export { ORGANISATION } from "./items.ts";
export { Organisation, OrganisationChange, OrganisationSetup } from "./schema.ts";
export { setUpOrganisation } from "./set-up.ts";
