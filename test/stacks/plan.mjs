// Runs sst.config.ts with SST's real components under Pulumi's mocks and writes every resource with its inputs.
// Started by plan.ts as a process of its own, since Pulumi keeps global state.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , root, stage, target] = process.argv;
const platform = join(root, ".sst/platform");
const require = createRequire(join(platform, "package.json"));
const esbuild = require("esbuild");

const entry = `
import * as util from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";
import * as sst from ${JSON.stringify(join(platform, "src/components/index.ts"))};
import * as shim from ${JSON.stringify(join(platform, "src/shim/run.js"))};
import { run } from ${JSON.stringify(join(platform, "src/auto/run.ts"))};
export { util, aws, sst, shim, run };
`;
const bundle = (contents, outfile) =>
  esbuild.build({
    stdin: { contents, resolveDir: platform, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@viceversa/core": join(root, "packages/core/src") },
    outfile,
    logLevel: "error",
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
  });
// Of its own, because tests plan side by side; inside the platform, where its packages are found.
const folder = mkdtempSync(join(platform, "plan-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
await bundle(entry, join(folder, "platform.mjs"));
await bundle(
  `export { default } from ${JSON.stringify(join(root, "sst.config.ts"))};`,
  join(folder, "config.mjs"),
);

/** SST's own server: what it builds, and where it keeps state. */
const rpc = {
  "Provider.Aws.Bootstrap": () => ({ asset: "assets", state: "state", appsyncHttp: "", appsyncRealtime: "" }),
  "Provider.Aws.Appsync": () => ({ http: "", realtime: "" }),
  "Runtime.Build": ({ functionID }) => {
    const out = join(folder, "build", functionID);
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "index.mjs"), "export const handler = () => {};\n");
    return { out, handler: "index.handler", errors: [], sourcemaps: [] };
  },
  "Runtime.AddTarget": () => ({}),
};
/** What outputs hold, once they are known. */
const plain = (outputs) => new Promise((resolve) => util.output(outputs).apply(resolve));

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => {
    body += part;
  });
  request.on("end", () => {
    const { method, params } = JSON.parse(body);
    const answer = rpc[method];
    const result = answer ? { result: answer(params[0] ?? {}) } : { error: `rpc: can't find ${method}` };
    response.end(JSON.stringify({ jsonrpc: "1.0", id: 0, ...result }));
  });
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
process.env.SST_SERVER = `http://127.0.0.1:${server.address().port}`;
process.env.SST_AWS_REGION = "eu-south-1";
process.env.SST_SECRET_CapabilityKeys = `a:${"A".repeat(43)}`;

globalThis.$cli = {
  command: "deploy",
  rpc: process.env.SST_SERVER,
  paths: { home: folder, root, work: join(root, ".sst"), platform },
  state: { version: {} },
};
globalThis.$dev = false;
globalThis.$config = (config) => config;
globalThis.$app = { name: "viceversa", stage, removal: "retain", providers: { aws: {} }, home: "aws" };
const { util, aws, sst, shim, run } = await import(pathToFileURL(join(folder, "platform.mjs")));
Object.assign(globalThis, shim, { aws, sst });
const resources = [];
/** Names of what stays when the stack goes. */
const retained = [];
/** Two kinds of ARN are taken apart; all others only have to be told apart. */
const arnOf = (type, name) => {
  const form = {
    "aws:lambda/function:Function": "lambda:*:function:",
    "aws:scheduler/scheduleGroup:ScheduleGroup": "scheduler:*:schedule-group/",
  }[type];
  const [service, kind] = (form ?? `mock:*:${type.split(":")[1]}/`).split(":*:");
  return `arn:aws:${service}:eu-south-1:000000000000:${kind}${name}`;
};
await util.runtime.setMocks(
  {
    newResource: ({ type, name, inputs, id }) => {
      const arn = arnOf(type, name);
      resources.push({ type, name, inputs, arn });
      return {
        id: id || `${name}-id`,
        state: {
          ...inputs,
          arn,
          url: `https://sqs.eu-south-1.amazonaws.com/0/${name}`,
          name: inputs.name ?? name,
          ...(inputs.domainNameConfiguration && {
            domainNameConfiguration: {
              ...inputs.domainNameConfiguration,
              targetDomainName: `target-of-${name}`,
            },
          }),
          apiEndpoint: `https://${name}.execute-api.eu-south-1.amazonaws.com`,
          executionArn: `arn:aws:execute-api:eu-south-1:000000000000:${name}`,
        },
      };
    },
    call: ({ token, inputs }) => {
      if (token.includes("getPolicyDocument"))
        return { ...inputs, json: JSON.stringify(inputs.statements ?? []) };
      return {
        ...inputs,
        accountId: "000000000000",
        name: "eu-south-1",
        region: "eu-south-1",
        partition: "aws",
        id: "id",
      };
    },
  },
  "viceversa",
  stage,
  false,
);
const { default: config } = await import(pathToFileURL(join(folder, "config.mjs")));
const app = await config.app({ stage });
globalThis.$app = { ...globalThis.$app, ...app, stage };
const outputs = await util.runtime.runInPulumiStack(() =>
  run(() => {
    util.runtime.registerStackTransformation(({ name, opts }) => {
      if (opts.retainOnDelete) retained.push(name);
    });
    return config.run();
  }),
);
await util.runtime.disconnect?.();
for (let quiet = 0, seen = -1; quiet < 20; ) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  quiet = resources.length === seen ? quiet + 1 : 0;
  seen = resources.length;
}
writeFileSync(target, JSON.stringify({ app, resources, retained, outputs: await plain(outputs) }));
server.close();
process.exit(0);
