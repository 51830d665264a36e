import { execFileSync } from "node:child_process";
import { queueShape, schedulerShape, tableShape } from "@viceversa/core/resources.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { Plan, root, writePlan } from "./plan.ts";

interface Queue {
  readonly visibilityTimeoutSeconds: number;
  readonly messageRetentionSeconds: number;
  readonly redrivePolicy: string;
}

let customer: Plan;
let trial: Plan;
beforeAll(() => {
  customer = new Plan("example");
  trial = new Plan("trial");
});

describe("the SST configuration", () => {
  it("type-checks against SST's real components", () => {
    execFileSync("npx", ["tsc", "--noEmit", "-p", "stacks/tsconfig.json"], { cwd: root, stdio: "pipe" });
  }, 60_000);

  it("is refused for a stage that no customer has", () => {
    expect(() => writePlan("nobody")).toThrow(/No customer is called nobody/);
  }, 60_000);
});

describe("a customer's data", () => {
  it("outlive a stack that is removed or changed by accident", () => {
    expect(customer.app).toMatchObject({ protect: true, removal: "retain" });
    expect(customer.retained).toContain("TableTable");
    expect(customer.one("dynamodb/table", "TableTable").inputs).toMatchObject({
      deletionProtectionEnabled: true,
    });
  });

  it("go with a trial, without a trace", () => {
    expect(trial.app).toMatchObject({ protect: false, removal: "remove" });
    expect(trial.retained).toEqual([]);
    expect(trial.one("dynamodb/table", "TableTable").inputs).toMatchObject({
      deletionProtectionEnabled: false,
    });
  });

  it("are in the one table with the keys, indexes and time to live that the code reads, and can be recovered", () => {
    const { inputs } = customer.one<{ globalSecondaryIndexes: { name: string }[] }>(
      "dynamodb/table",
      "TableTable",
    );
    expect(inputs).toMatchObject({
      hashKey: tableShape.partitionKey,
      rangeKey: tableShape.sortKey,
      billingMode: "PAY_PER_REQUEST",
      pointInTimeRecovery: { enabled: true },
      ttl: { attributeName: tableShape.timeToLive, enabled: true },
    });
    expect(inputs.globalSecondaryIndexes.map(({ name }) => name).sort()).toEqual(
      Object.keys(tableShape.indexes).sort(),
    );
  });

  it("lie encrypted in each queue", () => {
    const queues = customer.all("sqs/queue");
    expect(queues).toHaveLength(7);
    for (const { name, inputs } of queues) expect(inputs["sqsManagedSseEnabled"], name).toBe(true);
  });
});

describe.each([
  ["Due", "DueWorker", queueShape.due, 512],
  ["Bulk", "BulkWorker", queueShape.bulk, 1_769],
  ["MailEvents", "MailRecorder", queueShape["mail-events"], 512],
] as const)("the queue %s", (name, consumer, shape, memory) => {
  const queue = () => customer.one<Queue>("sqs/queue", `${name}Queue`);

  it("has its timings, and dead letters for as long as SQS keeps anything", () => {
    expect(queue().inputs).toMatchObject({
      visibilityTimeoutSeconds: shape.visibilitySeconds,
      messageRetentionSeconds: shape.retentionSeconds,
    });
    const deadLetters = customer.one<Queue>("sqs/queue", `${name}DeadLettersQueue`);
    expect(JSON.parse(queue().inputs.redrivePolicy)).toEqual({
      deadLetterTargetArn: deadLetters.arn,
      maxReceiveCount: shape.deliveries,
    });
    expect(deadLetters.inputs.messageRetentionSeconds).toBe(1_209_600);
  });

  it("hides a message for six times as long as its function may take, and hands failures alone out again", () => {
    const worker = customer.one<{ timeout: number; memorySize: number }>(
      "lambda/function",
      `${consumer}Function`,
    );
    expect(worker.inputs.timeout).toBeGreaterThanOrEqual(10);
    expect(worker.inputs.memorySize).toBe(memory);
    expect(queue().inputs.visibilityTimeoutSeconds).toBeGreaterThanOrEqual(6 * worker.inputs.timeout);
    const mappings = customer
      .all<{ functionName: string; eventSourceArn: string; functionResponseTypes: string[] }>(
        "lambda/eventSourceMapping",
      )
      .filter(({ inputs }) => inputs.eventSourceArn === queue().arn);
    expect(mappings.map(({ inputs }) => inputs)).toMatchObject([
      { functionName: worker.arn, functionResponseTypes: ["ReportBatchItemFailures"] },
    ]);
  });
});

describe("the sweep", () => {
  it("comes every five minutes, and is not lost either when the queue cannot be reached", () => {
    const { inputs } = customer.one<{ target: { input: string } }>("scheduler/schedule", "Sweep");
    expect(inputs).toMatchObject({
      scheduleExpression: `rate(${schedulerShape.sweepMinutes} minutes)`,
      target: {
        arn: customer.one("sqs/queue", "DueQueue").arn,
        deadLetterConfig: { arn: customer.one("sqs/queue", "ScheduleDeadLettersQueue").arn },
      },
    });
    expect(JSON.parse(inputs.target.input)).toEqual({ message: "sweep" });
    const lost = customer.one<Queue>("sqs/queue", "ScheduleDeadLettersQueue");
    expect(lost.inputs.messageRetentionSeconds).toBe(1_209_600);
  });
});

it("no log is kept for longer than a month", () => {
  const groups = customer.all<{ retentionInDays: number }>("cloudwatch/logGroup");
  expect(groups).toHaveLength(5);
  for (const { name, inputs } of groups) {
    expect(inputs.retentionInDays, name).toBeGreaterThanOrEqual(1);
    expect(inputs.retentionInDays, name).toBeLessThanOrEqual(30);
  }
  for (const { name, inputs } of customer.all("lambda/function")) {
    expect(inputs["loggingConfig"], name).toMatchObject({
      logGroup: expect.stringMatching(/^\/aws\/lambda\//),
    });
  }
});
