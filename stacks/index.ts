import { createAlarms } from "./alarms.ts";
import { createApi } from "./api.ts";
import type { Customer } from "./customers/schema.ts";
import type { Resources } from "./environment.ts";
import { createGateway, domainTargetOf } from "./gateway.ts";
import { createMail } from "./mail.ts";
import { createMailEvents } from "./mail-events.ts";
import { createQueues } from "./queues.ts";
import { createSchedules } from "./schedules.ts";
import { createTable } from "./table.ts";
import { createWorkers } from "./worker.ts";

/** A customer's whole stack. Its outputs are what one needs to call it and to set the customer's DNS. */
export function createStack(customer: Customer) {
  const queues = createQueues();
  const gateway = createGateway(customer);
  const resources: Resources = {
    customer,
    gateway,
    table: createTable(customer),
    queues,
    schedules: createSchedules(queues),
    mail: createMail(customer),
    capabilityKeys: new sst.Secret("CapabilityKeys"),
  };
  createAlarms(resources, {
    ...createApi(resources),
    ...createWorkers(resources),
    ...createMailEvents(resources),
  });
  return {
    api: gateway.url,
    table: resources.table.name,
    domainTarget: domainTargetOf(gateway, customer),
    mailDomain: resources.mail.identity.emailIdentity,
  };
}
