import type { Customer } from "./customers/schema.ts";

/** The sender's identity with its configuration set, and the topic that SES publishes to. */
export function createMail({ mailFrom }: Customer) {
  const topic = new sst.aws.SnsTopic("MailEvents");
  new aws.sns.TopicPolicy("MailEventsPolicy", {
    arn: topic.arn,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sns:Publish"],
          resources: [topic.arn],
          principals: [{ type: "Service", identifiers: ["ses.amazonaws.com"] }],
        },
      ],
    }).json,
  });
  const identity = new sst.aws.Email("Mail", {
    sender: mailFrom.split("@")[1] ?? mailFrom,
    // Customers keep their own DNS; its records are shown after the first deployment.
    dns: false,
    events: [
      {
        name: "MailEvents",
        topic: topic.arn,
        // Opening and clicking are nobody's business (Statuto dei lavoratori, art. 4).
        types: ["send", "delivery", "delivery-delay", "bounce", "complaint", "reject", "rendering-failure"],
      },
    ],
  });
  return { identity, topic };
}

export type Mail = ReturnType<typeof createMail>;
