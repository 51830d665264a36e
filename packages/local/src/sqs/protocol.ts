import { notEmbedded } from "../failure.ts";
import type { Queues } from "./queues.ts";

interface SqsRequest {
  readonly QueueUrl?: string;
  readonly QueueName?: string;
  readonly MessageBody?: string;
  readonly DelaySeconds?: number;
  readonly MaxNumberOfMessages?: number;
  readonly VisibilityTimeout?: number;
  readonly ReceiptHandle?: string;
  readonly SourceArn?: string;
}

const lastSegment = (text = ""): string => text.split(/[/:]/).at(-1) ?? "";

/** Answers one operation of SQS's JSON protocol; waiting receives return at once, as the clock stands still. */
export function answerSqs(queues: Queues, operation: string, request: SqsRequest, endpoint: string): object {
  const queue = lastSegment(request.QueueUrl);
  switch (operation) {
    case "GetQueueUrl":
      return { QueueUrl: `${endpoint}/000000000000/${request.QueueName}` };
    case "SendMessage":
      return queues.send(queue, request.MessageBody ?? "", request.DelaySeconds);
    case "ReceiveMessage":
      return { Messages: queues.receive(queue, request.MaxNumberOfMessages ?? 1, request.VisibilityTimeout) };
    case "DeleteMessage":
      queues.delete(queue, request.ReceiptHandle ?? "");
      return {};
    case "ChangeMessageVisibility":
      queues.changeVisibility(queue, request.ReceiptHandle ?? "", request.VisibilityTimeout ?? 0);
      return {};
    case "GetQueueAttributes":
      return { Attributes: { ApproximateNumberOfMessages: String(queues.count(queue)) } };
    case "StartMessageMoveTask":
      queues.redrive(lastSegment(request.SourceArn));
      return { TaskHandle: "done" };
    default:
      throw notEmbedded(`SQS ${operation}`);
  }
}
