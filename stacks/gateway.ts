import type { Customer } from "./customers/schema.ts";

/**
 * What the access log says of a request. SST's default holds the path, the caller's address and her browser; a
 * path below `/p/` is a live credential. Each field here has a closed vocabulary, so that none can carry a path,
 * a query, a referer, or who it was.
 *
 * What remains: CloudWatch stamps each line (and Lambda's own), so that the log tells that in some second somebody
 * opened some page, or by its 303 sent one. Neither who nor which; and no answer has a time to compare it with.
 * API Gateway cannot leave out the lines of one route.
 */
const accessLogFormat = JSON.stringify({
  requestId: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  lambdaStatus: "$context.integrationStatus",
  error: "$context.error.responseType",
});

/** The address of the API and the pages: the customer's own domain, or AWS's for a stack without one. */
export function createGateway({ domain }: Customer) {
  return new sst.aws.ApiGatewayV2("Api", {
    accessLog: { retention: "1 week" },
    // What browsers may ask from elsewhere the function says itself (`functions/api/cross-origin.ts`), here as locally.
    cors: false,
    ...(domain && { domain: { name: domain.name, dns: false as const, cert: domain.certificate } }),
    transform: {
      stage: (stage) => {
        stage.accessLogSettings = $util.output(stage.accessLogSettings).apply((settings) => {
          if (!settings) throw new Error("SST's stage has no access log whose format could be ours.");
          return { ...settings, format: accessLogFormat };
        });
      },
    },
  });
}

export type Gateway = ReturnType<typeof createGateway>;

/** Where the customer's DNS must lead the domain to, once the stack is deployed. */
export const domainTargetOf = (gateway: Gateway, { domain }: Customer) =>
  domain && gateway.nodes.domainName.domainNameConfiguration.targetDomainName;
