import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConflictException } from "@aws-sdk/client-scheduler";
import { SesMailer } from "@viceversa/aws/mail.ts";
import { SqsQueue } from "@viceversa/aws/queue.ts";
import { EventBridgeScheduler } from "@viceversa/aws/schedule.ts";
import { DynamoTable } from "@viceversa/aws/table.ts";
import type { QueueName } from "@viceversa/core/ports.ts";
import {
  check,
  type IndexName,
  present,
  put,
  remove,
  type SingleWrite,
  update,
  type Write,
} from "@viceversa/core/table.ts";
import { Instant } from "@viceversa/core/time.ts";
import { sampleMails } from "#test/support/mails.ts";
import { root } from "./plan.ts";

/** A command of AWS's SDK. */
export interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a function calls of its ports, read from what SST would deploy of it: dead code is not in there. */
export interface Calls {
  /** The commands that these calls send to AWS, through the adapters themselves. */
  readonly commands: readonly Command[];
  /** Whether it mints or verifies the tokens of mailed links. */
  readonly opensLinks: boolean;
}

const key = { pk: "partition", sk: "sort" };
const samples: Readonly<Record<string, Write>> = {
  put: put(key),
  update: update(key, { set: { state: "done" } }),
  delete: remove(key),
  check: check(key, present),
};
const mayStandAlone = (write: Write): write is SingleWrite => write.write !== "check";

/** Every call that a port takes, as its adapter carries it out. A call that is not here is not looked for. */
export async function callsOf(handler: string): Promise<Calls> {
  const code = readableBundle(handler);
  // esbuild numbers names that are taken in an outer scope.
  const calls = (port: string, method: string) => new RegExp(`\\b${port}\\d*\\.${method}\\(`).test(code);
  const named = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, name = ""]) => name))];

  const commands: Command[] = [];
  const table = new DynamoTable(noting(commands), "table");
  const writes = named(/\bwrite: "(\w+)"/g).map((kind) => samples[kind] as Write);
  if (calls("table", "get")) await table.get(key);
  if (calls("table", "getMany")) await table.getMany([key]);
  if (calls("table", "query")) {
    for (const index of [undefined, ...(named(/\bindex: "(\w+)"/g) as IndexName[])]) {
      await table.query({ ...(index && { index }), partition: "partition", limit: 1 });
    }
  }
  if (calls("table", "write")) for (const write of writes.filter(mayStandAlone)) await table.write(write);
  if (calls("table", "transact")) for (const write of writes) await table.transact([write]);

  const queue = new SqsQueue(noting(commands), { due: "due", bulk: "bulk" });
  // A queue's name may come through a variable; code that never names the queue cannot reach it.
  for (const name of ["due", "bulk"] satisfies QueueName[]) {
    if (calls("queue", "send") && code.includes(`"${name}"`)) await queue.send(name, {});
  }

  const scheduler = new EventBridgeScheduler(noting(commands, "CreateScheduleCommand"), {
    group: "group",
    targetQueueArn: "queue",
    deadLetterQueueArn: "dead letters",
    roleArn: "role",
  });
  const at = Instant.parse("2026-11-24T10:00:00Z");
  if (calls("scheduler", "put")) await scheduler.put({ name: "name", at, body: {} });
  if (calls("scheduler", "remove")) await scheduler.remove("name");

  const mailer = new SesMailer(
    noting(commands),
    {
      from: "programme@example.com",
      pagesUrl: "https://example.com",
      configurationSet: "events",
    },
    { now: () => at },
  );
  if (calls("mailer", "deliver")) await mailer.deliver(sampleMails.reminder, {});

  return { commands, opensLinks: calls("secrets", "capabilityKeys") };
}

/** A client that notes what it is asked for and answers nothing; `exists` is a command that meets a conflict. */
function noting<Client>(commands: Command[], exists?: string): Client {
  const client = {
    async send(command: Command) {
      commands.push(command);
      if (command.constructor.name !== exists) return {};
      throw new ConflictException({ Message: "It exists.", message: "It exists.", $metadata: {} });
    },
  };
  return client as unknown as Client;
}

function readableBundle(handler: string): string {
  const outfile = join(mkdtempSync(join(tmpdir(), "bundle-")), "index.mjs");
  const script = join(root, "test/stacks/bundle.mjs");
  execFileSync(process.execPath, [script, root, handler, outfile, "--readable"]);
  return readFileSync(outfile, "utf8");
}
