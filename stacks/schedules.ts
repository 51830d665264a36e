import { schedulerShape } from "@viceversa/core/resources.ts";
import { createDeadLetters, type Queues } from "./queues.ts";

/** A schedule group of this stack, the one role that its schedules act in, and the sweep. */
export function createSchedules({ due }: Queues) {
  const group = new aws.scheduler.ScheduleGroup("Schedules", {});
  const deadLetters = createDeadLetters("Schedule");
  const role = new aws.iam.Role("ScheduleRole", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: ["scheduler.amazonaws.com"] }],
          // Only schedules of this group may act in the role, and not those of another stack.
          conditions: [{ test: "StringEquals", variable: "aws:SourceArn", values: [group.arn] }],
        },
      ],
    }).json,
  });
  new aws.iam.RolePolicy("ScheduleRolePolicy", {
    role: role.name,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [{ actions: ["sqs:SendMessage"], resources: [due.queue.arn, deadLetters.arn] }],
    }).json,
  });
  new aws.scheduler.Schedule("Sweep", {
    groupName: group.name,
    scheduleExpression: `rate(${schedulerShape.sweepMinutes} minutes)`,
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: due.queue.arn,
      roleArn: role.arn,
      input: JSON.stringify({ message: "sweep" }),
      deadLetterConfig: { arn: deadLetters.arn },
    },
  });
  return { group, role, deadLetters };
}

export type Schedules = ReturnType<typeof createSchedules>;
