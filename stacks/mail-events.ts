import { queueShape } from "@viceversa/core/resources.ts";
import { type Resources, storeEnvironmentOf } from "./environment.ts";
import { createConsumer } from "./functions.ts";
import type { Mail } from "./mail.ts";
import { sendPermissions, tablePermissions } from "./permissions.ts";

/** Opening and clicking are nobody's business (Statuto dei lavoratori, art. 4). */
const EVENT_TYPES = [
  "SEND",
  "DELIVERY",
  "DELIVERY_DELAY",
  "BOUNCE",
  "COMPLAINT",
  "REJECT",
  "RENDERING_FAILURE",
];

/**
 * SES's events go through a topic to a queue of their own, and not from the topic to the function: a topic tries a
 * function a few times and forgets, and then mail goes on to somebody who complained.
 *
 * @returns the function's name
 */
export function createMailEvents(resources: Resources) {
  const { queues, mail } = resources;
  const topic = createTopic(mail);
  bringTo(queues.mailEvents, topic);
  const recorder = createConsumer(
    "MailRecorder",
    { queue: queues.mailEvents, shape: queueShape["mail-events"] },
    {
      handler: "functions/mail-events/index.handler",
      environment: storeEnvironmentOf(resources),
      permissions: [
        ...tablePermissions(resources, { actions: ["GetItem", "Query", "UpdateItem"], indexes: [] }),
        sendPermissions(queues.due),
      ],
    },
  );
  return { MailRecorder: recorder.name };
}

/** The topic that SES publishes to, for this configuration set alone: a forged event would close mailboxes. */
function createTopic({ configurationSet }: Mail) {
  const topic = new sst.aws.SnsTopic("MailEventsTopic");
  const policy = new aws.sns.TopicPolicy("MailEventsTopicPolicy", {
    arn: topic.arn,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sns:Publish"],
          resources: [topic.arn],
          principals: [{ type: "Service", identifiers: ["ses.amazonaws.com"] }],
          conditions: [onlyFrom(configurationSet.arn)],
        },
      ],
    }).json,
  });
  new aws.sesv2.ConfigurationSetEventDestination(
    "MailEventDestination",
    {
      configurationSetName: configurationSet.configurationSetName,
      eventDestinationName: "MailEvents",
      eventDestination: {
        enabled: true,
        matchingEventTypes: EVENT_TYPES,
        snsDestination: { topicArn: topic.arn },
      },
    },
    { dependsOn: policy },
  );
  return topic;
}

/** What the topic cannot bring to the queue, because somebody broke a policy, it leaves among the dead letters. */
function bringTo(
  { queue, deadLetters }: Resources["queues"]["mailEvents"],
  topic: { arn: $util.Output<string> },
) {
  const policies = Object.entries({ MailEvents: queue, MailEventsDeadLetters: deadLetters }).map(
    ([name, { arn, url }]) =>
      new aws.sqs.QueuePolicy(`${name}QueuePolicy`, {
        queueUrl: url,
        policy: aws.iam.getPolicyDocumentOutput({
          statements: [
            {
              actions: ["sqs:SendMessage"],
              resources: [arn],
              principals: [{ type: "Service", identifiers: ["sns.amazonaws.com"] }],
              conditions: [onlyFrom(topic.arn)],
            },
          ],
        }).json,
      }),
  );
  new aws.sns.TopicSubscription(
    "MailEventsSubscription",
    {
      topic: topic.arn,
      protocol: "sqs",
      endpoint: queue.arn,
      rawMessageDelivery: true,
      redrivePolicy: $util.jsonStringify({ deadLetterTargetArn: deadLetters.arn }),
    },
    { dependsOn: policies },
  );
}

/** AWS's services act for every account; this one lets them act for one thing of ours. */
const onlyFrom = (arn: $util.Output<string>) => ({
  test: "ArnEquals",
  variable: "aws:SourceArn",
  values: [arn],
});
