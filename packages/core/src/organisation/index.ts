export { changeOrganisation } from "./change.ts";
export { GenerationName, GenerationRanges, usualGenerations } from "./generation.ts";
export { getOrganisation } from "./get.ts";
export { ORGANISATION } from "./items.ts";
export {
  Notifications,
  nextDigest,
  nextOpening,
  QuietDays,
  QuietHours,
  type QuietTimes,
  usualNotifications,
} from "./quiet-times.ts";
export { Retention, retentionOf } from "./retention.ts";
export { Organisation, OrganisationChange, OrganisationSetup } from "./schema.ts";
export { setUpOrganisation } from "./set-up.ts";
export { WallTime, WorkingHours } from "./working-time.ts";
