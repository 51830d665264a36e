/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  async app(input) {
    const { customerOf } = await import("./stacks/customers/index.ts");
    const { isTrial, region } = customerOf(input.stage);
    return {
      name: "viceversa",
      home: "aws",
      removal: isTrial ? "remove" : "retain",
      protect: !isTrial,
      providers: { aws: { region } },
    };
  },
  async run() {
    const { customerOf } = await import("./stacks/customers/index.ts");
    const { createStack } = await import("./stacks/index.ts");
    return createStack(customerOf($app.stage));
  },
});
