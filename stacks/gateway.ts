import type { Customer } from "./customers/schema.ts";

/** The address of the API and the pages: the customer's own domain, or AWS's for a stack without one. */
export function createGateway({ domain }: Customer) {
  return new sst.aws.ApiGatewayV2("Api", {
    accessLog: { retention: "1 month" },
    ...(domain && { domain: { name: domain.name, dns: false as const, cert: domain.certificate } }),
  });
}

export type Gateway = ReturnType<typeof createGateway>;

/** Where the customer's DNS must lead the domain to, once the stack is deployed. */
export const domainTargetOf = (gateway: Gateway, { domain }: Customer) =>
  domain && gateway.nodes.domainName.domainNameConfiguration.targetDomainName;
