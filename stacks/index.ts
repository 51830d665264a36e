import { createAlarms } from "./alarms.ts";
import { createApi } from "./api.ts";
import type { Customer } from "./customers/schema.ts";
import type { Resources } from "./environment.ts";
import { createMail } from "./mail.ts";
import { createQueues } from "./queues.ts";
import { createSchedules } from "./schedules.ts";
import { createTable } from "./table.ts";
import { createWorker } from "./worker.ts";

/** A customer's whole stack. */
export function createStack(customer: Customer) {
  const queues = createQueues();
  const resources: Resources = {
    customer,
    table: createTable(customer),
    queues,
    schedules: createSchedules(queues),
    mail: createMail(customer),
    capabilityKeys: new sst.Secret("CapabilityKeys"),
  };
  createWorker(resources);
  createAlarms(resources);
  return { api: createApi(resources).url, table: resources.table.name };
}
