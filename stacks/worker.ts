import { queueShape } from "@viceversa/core/resources.ts";
import { environmentOf, type Resources } from "./environment.ts";
import { createConsumer } from "./functions.ts";
import {
  itemActions,
  mailPermissions,
  schedulePermissions,
  sendPermissions,
  tablePermissions,
} from "./permissions.ts";

/** A whole core: a matching of 2,000 with 2,000 of whom each could meet each takes 0.7 GB and some seconds of it. */
const BULK_MEMORY = "1769 MB";

/**
 * The worker, once for each queue, so that bulk never delays a reminder.
 *
 * @returns the functions' names
 */
export function createWorkers(resources: Resources) {
  const { queues } = resources;
  const worker = {
    handler: "functions/worker/index.handler",
    environment: environmentOf(resources),
    permissions: [
      ...tablePermissions(resources, {
        actions: itemActions,
        indexes: ["byPerson", "byProgramme", "byUpdated", "work"],
      }),
      sendPermissions(queues.due, queues.bulk),
      ...schedulePermissions(resources),
      mailPermissions(resources),
    ],
  };
  const due = createConsumer("DueWorker", { queue: queues.due, shape: queueShape.due }, worker);
  const bulk = createConsumer(
    "BulkWorker",
    { queue: queues.bulk, shape: queueShape.bulk },
    {
      ...worker,
      memory: BULK_MEMORY,
    },
  );
  return { DueWorker: due.name, BulkWorker: bulk.name };
}
