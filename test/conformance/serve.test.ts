import { request } from "node:http";
import { createServer } from "node:net";
import { serveSystem } from "@viceversa/local/serve.ts";
import { describe, expect, it } from "vitest";

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const START = Date.UTC(2026, 10, 24, 9);

describe("the served system", () => {
  it("answers whoever asks while it still starts", async () => {
    const port = await freePort();
    let stopped = false;
    const impatient = (async () => {
      for (;;) {
        const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
        if (answer || stopped) return answer?.status;
      }
    })();
    const served = await serveSystem({ port, startAt: START });
    expect(await impatient).toBe(200);
    stopped = true;
    await served.stop();
  });

  it("answers a method that only proxies know with a problem", async () => {
    const served = await serveSystem({ port: 0, startAt: START });
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${served.url}/v1/people`, { method: "TRACE" }, ({ statusCode }) =>
        resolve(statusCode),
      );
      asked.once("error", reject);
      asked.end();
    });
    expect(status).toBe(405);
    await served.stop();
  });
});
