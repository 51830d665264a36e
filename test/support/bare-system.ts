import { DEMO_START } from "@viceversa/local/demo/run.ts";
import { reachOf, serveSystem } from "@viceversa/local/serve.ts";

/** The whole system on kept data, with nobody in it and no clock of its own; says how an administrator reaches it. */
const served = await serveSystem({
  port: Number(process.env["PORT"]),
  path: process.env["DATA"] ?? "",
  startAt: DEMO_START,
});
const { url, token } = await reachOf(served);
process.stdout.write(`${JSON.stringify({ url, token: token() })}\n`);
