import { beforeAll, describe, expect, it } from "vitest";
import { Plan } from "./plan.ts";

let plan: Plan;
beforeAll(() => {
  plan = new Plan("example");
});

const arn = (type: string, name: string) => plan.one(type, name).arn;

describe("SES's events", () => {
  it("tell what becomes of mails, and nothing of opening or clicking", () => {
    const { eventDestination } = plan.one<{
      eventDestination: { matchingEventTypes: string[]; snsDestination: { topicArn: string } };
    }>("sesv2/configurationSetEventDestination", "MailEventDestination").inputs;
    const types = eventDestination.matchingEventTypes;
    expect(types).toEqual(
      expect.arrayContaining(["SEND", "DELIVERY", "DELIVERY_DELAY", "BOUNCE", "COMPLAINT", "REJECT"]),
    );
    expect(types).not.toContain("OPEN");
    expect(types).not.toContain("CLICK");
    expect(eventDestination.snsDestination.topicArn).toBe(arn("sns/topic", "MailEventsTopicTopic"));
  });

  it("wait in a queue of their own, as SES wrote them, and not for a function that may be away", () => {
    const subscriptions = plan.all<{ topic: string; redrivePolicy: string }>("sns/topicSubscription");
    const ours = subscriptions.filter(
      ({ inputs }) => inputs.topic === arn("sns/topic", "MailEventsTopicTopic"),
    );
    expect(ours.map(({ inputs }) => inputs)).toMatchObject([
      { protocol: "sqs", endpoint: arn("sqs/queue", "MailEventsQueue"), rawMessageDelivery: true },
    ]);
    expect(JSON.parse(ours[0]?.inputs.redrivePolicy ?? "")).toEqual({
      deadLetterTargetArn: arn("sqs/queue", "MailEventsDeadLettersQueue"),
    });
  });

  it("are taken from this stack's configuration set alone, and by the queues from this stack's topic", () => {
    const sources = (type: string, name: string) => {
      const [statement] = JSON.parse(plan.one<{ policy: string }>(type, name).inputs.policy);
      return [statement.principals[0].identifiers, statement.conditions[0].values].flat();
    };
    expect(sources("sns/topicPolicy", "MailEventsTopicPolicy")).toEqual([
      "ses.amazonaws.com",
      arn("sesv2/configurationSet", "MailConfiguration"),
    ]);
    for (const name of ["MailEventsQueuePolicy", "MailEventsDeadLettersQueuePolicy"]) {
      expect(sources("sqs/queuePolicy", name)).toEqual([
        "sns.amazonaws.com",
        arn("sns/topic", "MailEventsTopicTopic"),
      ]);
    }
  });
});

describe("the sender", () => {
  it("is the customer's domain, whose mails all go with the configuration set", () => {
    expect(plan.one("sesv2/emailIdentity", "MailIdentity").inputs).toEqual({
      emailIdentity: "example.com",
      configurationSetName: "viceversa-example",
    });
  });

  it("is not waited for: the customer sets the DNS records on another day", () => {
    expect(plan.all("ses/domainIdentityVerification")).toEqual([]);
  });
});
