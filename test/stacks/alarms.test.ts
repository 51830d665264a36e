import { beforeAll, describe, expect, it } from "vitest";
import { Plan } from "./plan.ts";

interface Alarm {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly comparisonOperator: string;
  readonly threshold: number;
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly treatMissingData: string;
  readonly alarmDescription: string;
  readonly alarmActions: readonly string[];
  readonly okActions: readonly string[];
}

let plan: Plan;
let alarms: Alarm[];
beforeAll(() => {
  plan = new Plan("example");
  alarms = plan.all<Alarm>("cloudwatch/metricAlarm").map(({ inputs }) => inputs);
});

const alarmsOn = (metricName: string, dimensions?: Alarm["dimensions"]) =>
  alarms.filter(
    (alarm) =>
      alarm.metricName === metricName && JSON.stringify(alarm.dimensions) === JSON.stringify(dimensions),
  );
const names = (type: string, pattern: RegExp) =>
  plan
    .all<{ name: string }>(type)
    .filter(({ name }) => pattern.test(name))
    // Under the mocks a resource without a name of its own has that of its place in the stack.
    .map(({ name, inputs }) => inputs.name ?? name);

describe("a human is told", () => {
  it("by a mail to the address in the customer's file, when it begins and when it is over", () => {
    const topic = plan.one("sns/topic", "AlarmsTopic").arn;
    for (const { alarmActions, okActions } of alarms) {
      expect(alarmActions).toEqual([topic]);
      expect(okActions).toEqual([topic]);
    }
    expect(plan.one("sns/topicSubscription", "AlarmMail").inputs).toEqual({
      topic,
      protocol: "email",
      endpoint: "operations@example.com",
    });
  });

  it("in a sentence that names the stage", () => {
    for (const { alarmDescription } of alarms) expect(alarmDescription).toMatch(/^example: [A-Z].+\.$/);
  });

  it("of the first message in any dead-letter queue", () => {
    const queues = names("sqs/queue", /DeadLetters/);
    expect(queues).toHaveLength(4);
    for (const QueueName of queues) {
      expect(alarmsOn("ApproximateNumberOfMessagesVisible", { QueueName }), QueueName).toMatchObject([
        { namespace: "AWS/SQS", threshold: 0, evaluationPeriods: 1 },
      ]);
    }
  });

  it("of any queue that is not drained", () => {
    const queues = names("sqs/queue", /^(?!.*DeadLetters)/);
    expect(queues).toHaveLength(3);
    for (const QueueName of queues) {
      const [alarm] = alarmsOn("ApproximateAgeOfOldestMessage", { QueueName });
      expect(alarm?.threshold, QueueName).toBeLessThanOrEqual(3_600);
    }
  });

  it("of overdue work where the worker reports it, and when it reports nothing", () => {
    const worker = plan.one<{ environment: { variables: { METRIC_NAMESPACE: string } } }>(
      "lambda/function",
      "DueWorkerFunction",
    );
    expect(alarmsOn("OverdueWork")).toMatchObject([
      {
        namespace: worker.inputs.environment.variables.METRIC_NAMESPACE,
        threshold: 0,
        treatMissingData: "breaching",
      },
    ]);
  });

  it("of any function that breaks or is held back", () => {
    const functions = names("lambda/function", /./);
    expect(functions).toHaveLength(4);
    for (const FunctionName of functions) {
      for (const metric of ["Errors", "Throttles"]) {
        expect(alarmsOn(metric, { FunctionName }), `${metric} of ${FunctionName}`).toMatchObject([
          { namespace: "AWS/Lambda", threshold: 0 },
        ]);
      }
    }
  });

  it("of any answer that was our fault", () => {
    expect(alarmsOn("5xx", { ApiId: "ApiApi-id" })).toMatchObject([
      { namespace: "AWS/ApiGateway", threshold: 0, treatMissingData: "notBreaching" },
    ]);
  });

  it.each([
    ["Reputation.BounceRate", 0.05],
    ["Reputation.ComplaintRate", 0.001],
  ])("of %s before AWS looks into the account", (metric, review) => {
    const [alarm] = alarmsOn(metric);
    expect(alarm).toMatchObject({ namespace: "AWS/SES", treatMissingData: "ignore" });
    expect(alarm?.threshold).toBeLessThan(review);
  });

  it("only of what is above a number, so that a threshold of nothing means the first", () => {
    for (const { comparisonOperator } of alarms) expect(comparisonOperator).toBe("GreaterThanThreshold");
  });
});
