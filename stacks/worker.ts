import { queueShape } from "@viceversa/core/resources.ts";
import { environmentOf, queuePermissions, type Resources, tablePermissions } from "./environment.ts";

/** What the worker may do beyond the table and the queues: schedules of its own group, and mail. */
const workerPermissions = ({ schedules, mail }: Resources) => [
  {
    actions: ["scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule"],
    resources: [
      $interpolate`${schedules.group.arn.apply((arn) => arn.replace(":schedule-group/", ":schedule/"))}/*`,
    ],
  },
  { actions: ["iam:PassRole"], resources: [schedules.role.arn] },
  {
    actions: ["ses:SendRawEmail"],
    resources: [
      mail.identity.nodes.identity.arn,
      $interpolate`arn:aws:ses:${aws.getRegionOutput().region}:${aws.getCallerIdentityOutput().accountId}:configuration-set/${mail.identity.configSet}`,
    ],
  },
];

/** The worker on both queues, and what records SES's events. */
export function createWorker(resources: Resources) {
  const { queues, mail } = resources;
  const worker = {
    handler: "functions/worker/index.handler",
    runtime: "nodejs24.x" as const,
    architecture: "arm64" as const,
    memory: "512 MB" as const,
    environment: environmentOf(resources),
    permissions: [tablePermissions(resources), queuePermissions(resources), ...workerPermissions(resources)],
  };
  const batch = { size: 10, partialResponses: true };
  // A queue's visibility outlasts its function, or a message would be handed out twice.
  queues.due.queue.subscribe(
    { ...worker, timeout: `${queueShape.due.visibilitySeconds / 6} seconds` },
    { batch },
  );
  queues.bulk.queue.subscribe(
    { ...worker, timeout: `${queueShape.bulk.visibilitySeconds / 6} seconds` },
    { batch },
  );
  mail.topic.subscribe("Record", {
    handler: "functions/mail-events/index.handler",
    runtime: "nodejs24.x",
    architecture: "arm64",
    environment: environmentOf(resources),
    permissions: [tablePermissions(resources), queuePermissions(resources)],
  });
}
