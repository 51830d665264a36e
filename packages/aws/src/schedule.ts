import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { invariant } from "@viceversa/core/invariant.ts";
import type { Scheduler } from "@viceversa/core/ports.ts";
import { schedulerShape } from "@viceversa/core/resources.ts";
import type { Instant } from "@viceversa/core/time.ts";

/** Where schedules live and what they may reach, by ARN. */
export interface SchedulerResources {
  readonly group: string;
  readonly targetQueueArn: string;
  readonly deadLetterQueueArn: string;
  readonly roleArn: string;
}

/** The scheduler port on EventBridge Scheduler. */
export class EventBridgeScheduler implements Scheduler {
  readonly #client: SchedulerClient;
  readonly #resources: SchedulerResources;

  constructor(client: SchedulerClient, resources: SchedulerResources) {
    this.#client = client;
    this.#resources = resources;
  }

  async put(schedule: { name: string; at: Instant; body: unknown }): Promise<void> {
    const request = this.#request(schedule);
    try {
      await this.#client.send(new CreateScheduleCommand(request));
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
      await this.#client.send(new UpdateScheduleCommand(request));
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await this.#client.send(new DeleteScheduleCommand({ Name: name, GroupName: this.#resources.group }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }

  /** One builder for create and update: an update resets what it omits. */
  #request({ name, at, body }: { name: string; at: Instant; body: unknown }): CreateScheduleCommandInput {
    invariant(/^[0-9a-zA-Z-_.]{1,64}$/.test(name), "a schedule's name is legal");
    return {
      Name: name,
      GroupName: this.#resources.group,
      ScheduleExpression: `at(${at.slice(0, "2026-11-24T09:00:00".length)})`,
      ScheduleExpressionTimezone: "UTC",
      FlexibleTimeWindow: { Mode: "OFF" },
      ActionAfterCompletion: "DELETE",
      Target: {
        Arn: this.#resources.targetQueueArn,
        RoleArn: this.#resources.roleArn,
        Input: JSON.stringify(body),
        DeadLetterConfig: { Arn: this.#resources.deadLetterQueueArn },
        RetryPolicy: {
          MaximumRetryAttempts: schedulerShape.retries,
          MaximumEventAgeInSeconds: schedulerShape.eventAgeSeconds,
        },
      },
    };
  }
}
