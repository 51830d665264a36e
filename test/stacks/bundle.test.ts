import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Lambda unpacks a function at each cold start; what grows beyond this starts slowly. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;

const environment = {
  TABLE_NAME: "viceversa",
  DUE_QUEUE_URL: "http://127.0.0.1:9/due",
  BULK_QUEUE_URL: "http://127.0.0.1:9/bulk",
  DUE_QUEUE_ARN: "arn:aws:sqs:eu-south-1:000000000000:due",
  SCHEDULE_DEAD_LETTER_ARN: "arn:aws:sqs:eu-south-1:000000000000:dead",
  SCHEDULE_GROUP: "default",
  SCHEDULE_ROLE_ARN: "arn:aws:iam::000000000000:role/scheduler",
  MAIL_FROM: "a@example.com",
  MAIL_CONFIGURATION_SET: "events",
  MAILS_PER_SECOND: "14",
  PAGES_URL: "https://example.com",
  CAPABILITY_KEYS: `a:${"A".repeat(43)}`,
  OIDC_ISSUER: "https://login.example.com/",
  OIDC_AUDIENCE: "viceversa",
  OIDC_KEYS_URL: "https://login.example.com/keys",
  DOCS_FOLDER: "docs-assets",
  AWS_REGION: "eu-south-1",
};

const health = {
  version: "2.0",
  routeKey: "$default",
  rawPath: "/health",
  rawQueryString: "",
  headers: { host: "example.com" },
  requestContext: { http: { method: "GET", path: "/health" }, domainName: "example.com" },
  isBase64Encoded: false,
};

const start = `
const { handler } = await import(process.argv[1]);
const answer = process.argv[2] ? await handler(JSON.parse(process.argv[2])) : typeof handler;
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
`;

describe("a function, bundled as SST does,", () => {
  const bundled = (handler: string) => {
    const outfile = join(mkdtempSync(join(tmpdir(), "bundle-")), "index.mjs");
    const size = execFileSync(process.execPath, [
      join(root, "test/stacks/bundle.mjs"),
      root,
      handler,
      outfile,
    ]);
    return { outfile, size: Number(size) };
  };
  const run = (outfile: string, ...more: string[]) =>
    JSON.parse(
      String(
        execFileSync(process.execPath, ["--input-type=module", "--eval", start, "--", outfile, ...more], {
          env: { ...process.env, ...environment },
          maxBuffer: MAXIMUM_BYTES,
        }),
      ),
    );

  it("answers /health on Lambda, and its OpenAPI document", () => {
    const { outfile, size } = bundled("functions/api/index.ts");
    expect(size).toBeLessThan(MAXIMUM_BYTES);
    expect(run(outfile, JSON.stringify(health))).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' });
    const document = run(outfile, JSON.stringify({ ...health, rawPath: "/openapi.json" }));
    expect(JSON.parse(document.body)).toMatchObject({ openapi: "3.1.0" });
  });

  it.each(["functions/worker/index.ts", "functions/mail-events/index.ts"])("starts: %s", (handler) => {
    const { outfile, size } = bundled(handler);
    expect(size).toBeLessThan(MAXIMUM_BYTES);
    expect(run(outfile)).toBe("function");
  });
});
