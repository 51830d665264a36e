import { settingsFrom, storeSettingsFrom } from "@viceversa/aws/settings.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Calls, type Command, callsOf } from "./calls.ts";
import { Plan } from "./plan.ts";

/** Which function of the stack is made of which code, and what it reads of its environment. */
const functions = {
  ApiHandler: { code: "functions/api/index.ts", settings: settingsFrom },
  DueWorker: { code: "functions/worker/index.ts", settings: settingsFrom },
  BulkWorker: { code: "functions/worker/index.ts", settings: settingsFrom },
  MailRecorder: { code: "functions/mail-events/index.ts", settings: storeSettingsFrom },
};
const each = Object.entries(functions);

interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals?: readonly { readonly type: string }[];
  readonly conditions?: readonly { readonly variable: string; readonly values: readonly string[] }[];
}
interface Role {
  readonly inlinePolicies?: readonly { readonly policy: string }[];
  readonly managedPolicyArns?: readonly string[];
}

let plan: Plan;
const calls = new Map<string, Calls>();
beforeAll(async () => {
  plan = new Plan("example");
  for (const { code } of Object.values(functions)) {
    if (!calls.has(code)) calls.set(code, await callsOf(code));
  }
}, 120_000);

const callsFrom = (code: string): Calls => calls.get(code) as Calls;
const arn = (type: string, name: string) => plan.one(type, name).arn;
const statementsOf = (policy: string): Statement[] => JSON.parse(policy);
const roleOf = (name: string) => plan.one<Role>("iam/role", `${name}Role`).inputs;
const pairs = (statements: readonly Statement[]) =>
  statements
    .flatMap(({ actions, resources }) =>
      actions.flatMap((action) => resources.map((one) => `${action} on ${one}`)),
    )
    .sort();

/** What each command of the SDK needs, in IAM's words; a transaction needs what its parts need. */
function needs({ constructor: { name }, input }: Command): string[] {
  const table = arn("dynamodb/table", "TableTable");
  const index = input["IndexName"] ? `/index/${input["IndexName"]}` : "";
  const onItem = { Get: "GetItem", BatchGet: "BatchGetItem", Query: "Query", Put: "PutItem" };
  const inTransaction = { ConditionCheck: "ConditionCheckItem", Update: "UpdateItem", Delete: "DeleteItem" };
  const itemActions: Record<string, string> = { ...onItem, ...inTransaction };
  const command = name.replace(/Command$/, "");
  if (command === "TransactWrite") {
    const parts = (input["TransactItems"] as object[]).flatMap((part) => Object.keys(part));
    return parts.map((part) => `dynamodb:${itemActions[part]} on ${table}`);
  }
  if (command in itemActions) return [`dynamodb:${itemActions[command]} on ${table}${index}`];
  switch (command) {
    case "SendMessage": {
      const queue = input["QueueUrl"] === "due" ? "DueQueue" : "BulkQueue";
      return [`sqs:SendMessage on ${arn("sqs/queue", queue)}`];
    }
    case "CreateSchedule":
    case "UpdateSchedule":
      return [...schedule(command), `iam:PassRole on ${arn("iam/role", "ScheduleRole")}`];
    case "DeleteSchedule":
      return schedule(command);
    case "SendRawEmail":
      return ["emailIdentity/MailIdentity", "configurationSet/MailConfiguration"].map((path) => {
        const [kind = "", one = ""] = path.split("/");
        return `ses:SendRawEmail on ${arn(`sesv2/${kind}`, one)}`;
      });
    default:
      throw new Error(`What does ${name} need?`);
  }
}
const schedule = (command: string) => [
  `scheduler:${command} on arn:aws:scheduler:eu-south-1:000000000000:schedule/Schedules/*`,
];

/** What Lambda needs to bring a function the messages of its queue. */
function needsOfItsQueue(name: string): string[] {
  const own = arn("lambda/function", `${name}Function`);
  return plan
    .all<{ functionName: string; eventSourceArn: string }>("lambda/eventSourceMapping")
    .filter(({ inputs }) => inputs.functionName === own)
    .flatMap(({ inputs }) =>
      ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"].map(
        (action) => `sqs:${action} on ${inputs.eventSourceArn}`,
      ),
    );
}

describe("a function of the stack", () => {
  it("is known to these tests, each of them", () => {
    const names = plan.all("lambda/function").map(({ name }) => name);
    expect(names.sort()).toEqual(
      Object.keys(functions)
        .map((name) => `${name}Function`)
        .sort(),
    );
  });

  it.each(each)("%s may do exactly what its code calls, on exactly those resources", (name, { code }) => {
    const needed = callsFrom(code).commands.flatMap(needs).concat(needsOfItsQueue(name));
    const granted = pairs((roleOf(name).inlinePolicies ?? []).flatMap(({ policy }) => statementsOf(policy)));
    expect(granted).toEqual([...new Set(needed)].sort());
  });

  it.each(each)("%s has the settings that it reads, on the runtime of the tests", (name, { settings }) => {
    const { environment, runtime } = functionOf(name).inputs;
    expect(() => settings(environment.variables)).not.toThrow();
    expect(runtime).toBe(`nodejs${process.versions.node.split(".")[0]}.x`);
  });

  it.each(each)("%s knows the key of mailed links only if it makes or opens them", (name, { code }) => {
    const { inputs, secrets } = functionOf(name);
    const { opensLinks } = callsFrom(code);
    expect("CAPABILITY_KEYS" in inputs.environment.variables).toBe(opensLinks);
    // Or the key lies in the clear in the stack's state and in the output of `sst diff`.
    expect(secrets.includes("environment")).toBe(opensLinks);
  });
});

const functionOf = (name: string) =>
  plan.one<{ environment: { variables: Record<string, string> }; runtime: string }>(
    "lambda/function",
    `${name}Function`,
  );

describe("nobody", () => {
  /** Wildcards that AWS or the work leaves no way around, each with its reason. */
  const wildcards = [
    // Schedules are named after the work that they are for; their group is this stack's.
    "arn:aws:scheduler:eu-south-1:000000000000:schedule/Schedules/*",
  ];
  const managedPolicies = [
    // Writing logs: AWS's own policy names every log group.
    expect.stringMatching(/:policy\/service-role\/AWSLambdaBasicExecutionRole$/),
  ];

  const statements = () => {
    const inRoles = plan.all<Role>("iam/role").flatMap(({ inputs }) => inputs.inlinePolicies ?? []);
    const besides = plan.all<{ policy: string }>("iam/rolePolicy").map(({ inputs }) => inputs);
    return [...inRoles, ...besides].flatMap(({ policy }) => statementsOf(policy));
  };

  it("may do everything, or anything to everything", () => {
    expect(statements().length).toBeGreaterThan(each.length);
    for (const { actions, resources } of statements()) {
      expect(actions.filter((action) => action.includes("*"))).toEqual([]);
      expect(resources.filter((one) => one.includes("*") && !wildcards.includes(one))).toEqual([]);
    }
  });

  it("has a policy of AWS's or a right of its own besides", () => {
    for (const [name] of each) expect(roleOf(name).managedPolicyArns).toEqual(managedPolicies);
    expect(plan.all("iam/rolePolicyAttachment")).toEqual([]);
    expect(plan.all("iam/policy")).toEqual([]);
  });

  it("acts in the role of schedules but schedules of this stack, which reach the due queue and no other", () => {
    const [trust] = statementsOf(
      plan.one<{ assumeRolePolicy: string }>("iam/role", "ScheduleRole").inputs.assumeRolePolicy,
    );
    expect(trust?.conditions).toMatchObject([
      { variable: "aws:SourceArn", values: [arn("scheduler/scheduleGroup", "Schedules")] },
    ]);
    const { policy } = plan.one<{ policy: string }>("iam/rolePolicy", "ScheduleRolePolicy").inputs;
    expect(pairs(statementsOf(policy))).toEqual(
      ["DueQueue", "ScheduleDeadLettersQueue"].map((name) => `sqs:SendMessage on ${arn("sqs/queue", name)}`),
    );
  });

  it("reaches a topic or a queue as a service of AWS's, unless for a thing of this stack's", () => {
    const policies = ["sns/topicPolicy", "sqs/queuePolicy"].flatMap((type) =>
      plan.all<{ policy: string }>(type).flatMap(({ inputs }) => statementsOf(inputs.policy)),
    );
    expect(policies).toHaveLength(3);
    for (const { principals = [], conditions = [] } of policies) {
      expect(principals.map(({ type }) => type)).toEqual(["Service"]);
      expect(conditions.map(({ variable }) => variable)).toEqual(["aws:SourceArn"]);
    }
  });
});
