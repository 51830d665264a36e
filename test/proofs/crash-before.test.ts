import { describe, it } from "vitest";
import { expectNothingLost } from "#test/support/crash-story.ts";

describe("a crash of the worker, before the first and the last call to AWS of each shape,", () => {
  it(
    "loses nothing, doubles nothing and sends nothing after a cancellation",
    {
      timeout: 900_000,
    },
    () => expectNothingLost("before"),
  );
});
