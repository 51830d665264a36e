import { beforeAll, describe, expect, it } from "vitest";
import { Plan } from "./plan.ts";

let customer: Plan;
let trial: Plan;
beforeAll(() => {
  customer = new Plan("example");
  trial = new Plan("trial");
});

const pagesUrlOf = (plan: Plan, name: string) =>
  plan.one<{ environment: { variables: { PAGES_URL: string } } }>("lambda/function", `${name}Function`).inputs
    .environment.variables.PAGES_URL;

describe("the access log", () => {
  const stage = () =>
    customer.one<{ accessLogSettings: { format: string; destinationArn: string } }>(
      "apigatewayv2/stage",
      "ApiStage",
    ).inputs.accessLogSettings;

  it("holds no path, no query and nothing of who it was: a path below /p/ is a live credential", () => {
    const variables = [...stage().format.matchAll(/\$context\.[\w.]+/g)].map(([name]) => name);
    expect(variables.sort()).toEqual([
      "$context.error.responseType",
      "$context.integrationStatus",
      "$context.requestId",
      "$context.responseLatency",
      "$context.routeKey",
      "$context.status",
    ]);
  });

  it("is one JSON object a line", () => {
    const line = stage().format.replaceAll(/\$context\.[\w.]+/g, "-");
    expect(Object.keys(JSON.parse(line))).toContain("route");
    expect(stage().format).not.toContain("\n");
  });

  it("is kept for a week", () => {
    const group = customer.one<{ retentionInDays: number }>("cloudwatch/logGroup", "ApiAccessLog");
    expect(stage().destinationArn).toBe(group.arn);
    expect(group.inputs.retentionInDays).toBe(7);
  });

  it("tells pages from API by routes that name no token, all answered by one function", () => {
    const routes = customer.all<{ routeKey: string }>("apigatewayv2/route");
    expect(routes.map(({ inputs }) => inputs.routeKey).sort()).toEqual([
      "$default",
      "ANY /p/{proxy+}",
      "ANY /v1/{proxy+}",
    ]);
    const handlers = customer.all<{ integrationUri: string }>("apigatewayv2/integration");
    const handler = customer.one("lambda/function", "ApiHandlerFunction").arn;
    expect(handlers.map(({ inputs }) => inputs.integrationUri)).toEqual([handler, handler, handler]);
  });

  it("leaves it to the function who may call from another origin: by SST's default every page could be read", () => {
    const { inputs } = customer.one<{ corsConfiguration: object }>("apigatewayv2/api", "ApiApi");
    expect(inputs.corsConfiguration).toEqual({});
  });

  it("is answered for within the time that API Gateway waits", () => {
    const { timeout } = customer.one<{ timeout: number }>("lambda/function", "ApiHandlerFunction").inputs;
    expect(timeout).toBeLessThan(30);
  });
});

describe("the address in mails", () => {
  it("is the customer's own domain, which leads to the API with the customer's certificate", () => {
    expect(customer.one("apigatewayv2/domainName", "ApiDomainName").inputs).toMatchObject({
      domainName: "mentoring.example.com",
      domainNameConfiguration: { certificateArn: expect.stringMatching(/^arn:aws:acm:eu-south-1:/) },
    });
    expect(customer.all("apigatewayv2/apiMapping")).toHaveLength(1);
    for (const name of ["ApiHandler", "DueWorker", "BulkWorker"]) {
      expect(pagesUrlOf(customer, name)).toBe("https://mentoring.example.com");
    }
  });

  it("is shown after deploying, together with what the customer's DNS must say", () => {
    expect(customer.outputs).toMatchObject({
      api: "https://mentoring.example.com",
      domainTarget: "target-of-ApiDomainName",
      mailDomain: "example.com",
    });
  });

  it("is the API's own in a stack without a domain", () => {
    expect(trial.all("apigatewayv2/domainName")).toEqual([]);
    expect(pagesUrlOf(trial, "DueWorker")).toMatch(/^https:\/\/ApiApi\.execute-api\./);
  });
});
