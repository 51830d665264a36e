/**
 * Names and timings of the stack's resources, as plain data that the stacks and the embedded cloud share.
 */
export const tableShape = {
  partitionKey: "pk",
  sortKey: "sk",
  timeToLive: "expiresAtEpoch",
  indexes: {
    work: { partitionKey: "workPk", sortKey: "workSk" },
    byProgramme: { partitionKey: "programmePk", sortKey: "programmeSk" },
    byPerson: { partitionKey: "personPk", sortKey: "personSk" },
    byUpdated: { partitionKey: "updatedPk", sortKey: "updatedSk" },
  },
} as const;

/** Deliveries before a message goes to its dead-letter queue: the retry horizon outlasts the fence. */
export const queueShape = {
  due: { visibilitySeconds: 180, deliveries: 20, retentionSeconds: 1_209_600 },
  bulk: { visibilitySeconds: 900, deliveries: 10, retentionSeconds: 1_209_600 },
  /** Looked at again soon: an event proves that a mail went, and comes best before its fence has passed. */
  "mail-events": { visibilitySeconds: 60, deliveries: 60, retentionSeconds: 1_209_600 },
} as const;

export const schedulerShape = {
  retries: 185,
  eventAgeSeconds: 86_400,
  /** How often the sweep looks for marks and due work that nobody carried on. */
  sweepMinutes: 5,
} as const;
