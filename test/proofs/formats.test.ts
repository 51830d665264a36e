import { formatNames } from "@viceversa/core/programme/index.ts";
import { DEMO_START, runDemo } from "@viceversa/local/demo/run.ts";
import { reachOf, serveSystem } from "@viceversa/local/serve.ts";
import { describe, expect, it } from "vitest";

const PAIRS = 8;
/** The demo is told of pairs by link where its system is killed: see `kill.test.ts`. */
const others = formatNames.filter((format) => format !== "remote");

describe("half a year of a programme", () => {
  it.each(others)("in the format %s loses no mail, and sends none twice or too late", async (format) => {
    const served = await serveSystem({ port: 0, startAt: DEMO_START });
    const explanations: string[] = [];
    const result = await runDemo(await reachOf(served), {
      pairs: PAIRS,
      format,
      explain: (text) => explanations.push(text),
      say: () => undefined,
    }).finally(served.stop);
    expect(result).toMatchObject({ duplicates: 0, lost: [], afterCancel: 0, schedulesLeft: 0 });
    expect(explanations).toEqual([expect.stringContaining("No proposal has more than")]);
    const completed = result.pairings.filter(({ ending }) => ending === "completed");
    expect(completed.length).toBeGreaterThan(1);
    expect(result.sessions.filter(({ state }) => state === "held").length).toBeGreaterThan(10);
  });
});
