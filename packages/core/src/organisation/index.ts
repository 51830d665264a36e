export { changeOrganisation } from "./change.ts";
export { getOrganisation } from "./get.ts";
export { ORGANISATION } from "./items.ts";
export { Retention, retentionOf } from "./retention.ts";
export { Organisation, OrganisationChange, OrganisationSetup } from "./schema.ts";
export { setUpOrganisation } from "./set-up.ts";
