import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { settingsFrom } from "@viceversa/aws/settings.ts";
import { queueShape, tableShape } from "@viceversa/core/resources.ts";
import { beforeAll, describe, expect, it } from "vitest";

interface Resource {
  readonly type: string;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: inputs of whatever resource
  readonly inputs: any;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

function planOf(stage: string): { app: Record<string, unknown>; resources: Resource[] } {
  const target = join(mkdtempSync(join(tmpdir(), "plan-")), "plan.json");
  execFileSync(process.execPath, [join(root, "test/stacks/plan.mjs"), root, stage, target], {
    cwd: root,
    stdio: "pipe",
  });
  return JSON.parse(readFileSync(target, "utf8"));
}

let customer: ReturnType<typeof planOf>;
beforeAll(() => {
  customer = planOf("example");
}, 120_000);

const all = (type: string) => customer.resources.filter((resource) => resource.type === type);
const one = (type: string, name: RegExp) => {
  const found = all(type).filter((resource) => name.test(resource.name));
  expect(found, `${type} ${name}`).toHaveLength(1);
  return (found[0] as Resource).inputs;
};
/** What a function may do: action → resources. */
const permissionsOf = (name: RegExp): Map<string, string[]> => {
  const role = one("aws:iam/role:Role", name);
  const statements: { actions: string[]; resources: string[] }[] = JSON.parse(role.inlinePolicies[0].policy);
  return new Map(
    statements.flatMap(({ actions, resources }) => actions.map((action) => [action, resources] as const)),
  );
};

describe("the SST configuration", () => {
  it("type-checks against SST's real components", () => {
    execFileSync("npx", ["tsc", "--noEmit", "-p", "stacks/tsconfig.json"], { cwd: root, stdio: "pipe" });
  }, 60_000);

  it("protects a customer's stack, and lets a trial go", () => {
    expect(customer.app).toMatchObject({ protect: true, removal: "retain" });
    expect(planOf("trial").app).toMatchObject({ protect: false, removal: "remove" });
  }, 60_000);

  it("is refused for a stage that no customer has", () => {
    expect(() => planOf("nobody")).toThrow(/No customer is called nobody/);
  }, 60_000);
});

describe("a customer's stack", () => {
  it("has the one table with the keys, indexes and time to live that the code reads, and can be recovered", () => {
    const table = one("aws:dynamodb/table:Table", /Table/);
    expect(table).toMatchObject({
      hashKey: tableShape.partitionKey,
      rangeKey: tableShape.sortKey,
      billingMode: "PAY_PER_REQUEST",
      deletionProtectionEnabled: true,
      pointInTimeRecovery: { enabled: true },
      ttl: { attributeName: tableShape.timeToLive, enabled: true },
    });
    expect(table.globalSecondaryIndexes.map(({ name }: { name: string }) => name).sort()).toEqual(
      Object.keys(tableShape.indexes).sort(),
    );
  });

  it.each(["Due", "Bulk"] as const)("has the queue %s with its timings and dead letters", (name) => {
    const shape = queueShape[name === "Due" ? "due" : "bulk"];
    const queue = one("aws:sqs/queue:Queue", new RegExp(`^${name}Queue$`));
    expect(queue.visibilityTimeoutSeconds).toBe(shape.visibilitySeconds);
    expect(JSON.parse(queue.redrivePolicy)).toMatchObject({ maxReceiveCount: shape.deliveries });
    const mapping = one("aws:lambda/eventSourceMapping:EventSourceMapping", new RegExp(`^${name}`));
    expect(mapping.functionResponseTypes).toEqual(["ReportBatchItemFailures"]);
    const worker = one("aws:lambda/function:Function", new RegExp(`^${name}Subscriber`));
    expect(worker.timeout).toBeLessThan(shape.visibilitySeconds);
  });

  it("sweeps every five minutes, in a role that only this stack's schedules may take", () => {
    const sweep = one("aws:scheduler/schedule:Schedule", /^Sweep$/);
    expect(sweep).toMatchObject({ scheduleExpression: "rate(5 minutes)" });
    expect(JSON.parse(sweep.target.input)).toEqual({ message: "sweep" });
    expect(one("aws:iam/role:Role", /^ScheduleRole$/).assumeRolePolicy).toContain("aws:SourceArn");
  });

  it("hears from SES what becomes of mails, and nothing of opening or clicking", () => {
    const { eventDestination } = one(
      "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination",
      /./,
    );
    const types: string[] = eventDestination.matchingEventTypes;
    expect(types).toEqual(expect.arrayContaining(["SEND", "DELIVERY", "BOUNCE", "COMPLAINT", "REJECT"]));
    expect(types).not.toContain("OPEN");
    expect(types).not.toContain("CLICK");
  });

  it("tells a human of dead letters, lost schedules, late and overdue work", () => {
    const names = all("aws:cloudwatch/metricAlarm:MetricAlarm").map(({ name }) => name);
    expect(names.sort()).toEqual([
      "BulkDeadLetters",
      "DueDeadLetters",
      "DueIsLate",
      "LostSchedules",
      "OverdueWork",
    ]);
  });

  it("gives each function the settings that it reads, on the runtime of the tests", () => {
    const functions = all("aws:lambda/function:Function");
    expect(functions).toHaveLength(4);
    for (const { name, inputs } of functions) {
      expect(() => settingsFrom(inputs.environment.variables), name).not.toThrow();
      expect(inputs.runtime).toBe(`nodejs${process.versions.node.split(".")[0]}.x`);
    }
  });
});

describe("each function may do what it needs and no more:", () => {
  const table = [
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "dynamodb:ConditionCheckItem",
  ];

  it("the API reads and writes the table and puts messages on the queues", () => {
    const may = permissionsOf(/^ApiRoute.*HandlerRole$/);
    for (const action of [...table, "sqs:SendMessage"]) expect(may.has(action), action).toBe(true);
    expect([...may.keys()].some((action) => /^(ses|scheduler|iam):/.test(action))).toBe(false);
  });

  it("the worker also schedules in its own group and sends mail", () => {
    const may = permissionsOf(/^DueSubscriber.*Role$/);
    for (const action of [
      ...table,
      "sqs:SendMessage",
      "sqs:DeleteMessage",
      "ses:SendRawEmail",
      "iam:PassRole",
    ]) {
      expect(may.has(action), action).toBe(true);
    }
    for (const action of [
      "scheduler:CreateSchedule",
      "scheduler:UpdateSchedule",
      "scheduler:DeleteSchedule",
    ]) {
      expect(may.get(action)).toEqual([expect.stringContaining("Schedules/*")]);
    }
    expect(may.get("iam:PassRole")).toEqual([expect.stringContaining("ScheduleRole")]);
  });

  it("what records mail events neither mails nor schedules", () => {
    const may = permissionsOf(/^MailEventsSubscriber.*Role$/);
    expect([...may.keys()].some((action) => /^(ses|scheduler|iam):/.test(action))).toBe(false);
  });

  it("nobody may do everything, or anything to everything", () => {
    for (const { inputs } of all("aws:iam/role:Role")) {
      for (const { policy } of inputs.inlinePolicies ?? []) {
        for (const { actions, resources } of JSON.parse(policy)) {
          expect(actions.some((action: string) => action.endsWith("*"))).toBe(false);
          expect(resources).not.toContain("*");
        }
      }
    }
  });
});
