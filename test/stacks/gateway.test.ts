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
