import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { AwsFailure } from "./failure.ts";
import { answerScheduler } from "./scheduler/protocol.ts";
import type { Schedules } from "./scheduler/schedules.ts";
import type { Mailbox } from "./ses/mailbox.ts";
import { answerSes, sesFailure } from "./ses/protocol.ts";
import { answerSqs } from "./sqs/protocol.ts";
import type { Queues } from "./sqs/queues.ts";

export interface EmbeddedServices {
  readonly queues: Queues;
  readonly schedules: Schedules;
  readonly mailbox: Mailbox;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly code?: string;
}

const asFailure = (error: unknown): AwsFailure =>
  error instanceof AwsFailure ? error : new AwsFailure("InternalFailure", String(error), 500);

/** SQS, EventBridge Scheduler and SES behind one address, told apart by how the SDK speaks to each. */
export function createCloudServer(services: EmbeddedServices): Server {
  return createServer(async (request, response) => {
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return response.destroy();
    const { status, type, body: answer, code } = reply(services, request, body);
    response.writeHead(status, { "content-type": type, ...(code && { "x-amzn-errortype": code }) });
    response.end(answer);
  });
}

function reply(services: EmbeddedServices, request: IncomingMessage, body: string): Reply {
  const target = request.headers["x-amz-target"];
  const path = request.url ?? "/";
  if (typeof target === "string" || path.startsWith("/schedules")) {
    return json(() =>
      typeof target === "string"
        ? answerSqs(
            services.queues,
            target.split(".")[1] ?? "",
            JSON.parse(body),
            `http://${request.headers.host}`,
          )
        : answerScheduler(
            services.schedules,
            request.method ?? "",
            new URL(path, "http://local").pathname,
            body,
          ),
    );
  }
  try {
    return { status: 200, type: "text/xml", body: answerSes(services.mailbox, new URLSearchParams(body)) };
  } catch (error) {
    const failure = asFailure(error);
    return { status: failure.statusCode, type: "text/xml", body: sesFailure(failure) };
  }
}

function json(run: () => object): Reply {
  const type = "application/json";
  try {
    return { status: 200, type, body: JSON.stringify(run()) };
  } catch (error) {
    const { statusCode, code, message } = asFailure(error);
    return { status: statusCode, type, code, body: JSON.stringify({ __type: code, message }) };
  }
}
