/** What somebody can decide about her own part in a programme, without a reason. */
export const ownPartChoices = ["pause", "resume", "leave"] as const;
export type OwnPartChoice = (typeof ownPartChoices)[number];

/** The name of the field, which the page writes and its reader reads. */
export const OWN_PART = "part";
