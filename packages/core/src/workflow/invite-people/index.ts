export { previewInvitations } from "./preview.ts";
export { runInvitations } from "./run.ts";
export { InvitationPreview, InvitationRound } from "./schema.ts";
export { invitePeople } from "./start.ts";
